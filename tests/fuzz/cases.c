/* cases.c - see cases.h. */
#include "fuzz/cases.h"

const char small_case[] =
    "{\"format\": \"compliance-facts/1\", \"case\": {\"id\": \"small\", \"title\": \"Small\", \"as_of\": \"2025-01-24\"},\n"
    " \"entities\": [{\"id\": \"big\", \"name\": \"Big\", \"activities\": [\"cloud-provider\"]},\n"
    "  {\"id\": \"lab\", \"name\": \"Lab\", \"activities\": [\"ai-developer\"]}],\n"
    " \"markets\": [{\"id\": \"cloud\", \"product\": \"cloud-infrastructure\", \"geography\": \"worldwide\"}],\n"
    " \"shares\": [{\"market\": \"cloud\", \"entity\": \"big\", \"percent\": 21, \"from\": \"2024-09-30\"}],\n"
    " \"agreements\": [{\"id\": \"x\", \"type\": \"exclusivity\", \"holder\": \"big\", \"grantor\": \"lab\"}]}\n";
