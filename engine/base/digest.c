/* digest.c - SHA-256 in hex. */
#include "base/digest.h"

#include <nettle/sha2.h>
#include <stdint.h>

void digest_hex(const void *bytes, size_t length, char out[DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    sha256_digest(&context, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) out[2 * i] = digits[raw[i] >> 4], out[2 * i + 1] = digits[raw[i] & 15];
    out[DIGEST_HEX - 1] = 0;
}
