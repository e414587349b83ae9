/* xml_writer.h - XML 1.0 onto an out, one element a line, indented; memory is never asked for.
 *
 * libxml2 has a writer, but linking it costs each start of the program 2.7 million instructions and eight libraries more
 * (three times what `--version` takes), whatever the command; the tests let its xmllint read what is written here.
 * Character data and attributes are escaped; what XML 1.0 forbids (most controls, U+FFFE, a stray byte) becomes U+FFFD.
 *
 *     struct xml x = xml_on(&out);                       writes the declaration
 *     xml_open(&x, "testcase"), xml_attribute(&x, "name", "holder Big");
 *     xml_open(&x, "failure"), xml_text(&x, "why", 3), xml_close(&x, "failure");
 *     xml_close(&x, "testcase"); */
#ifndef REPORT_XML_WRITER_H
#define REPORT_XML_WRITER_H

#include "report/out.h"

struct xml {
    struct out *out;
    unsigned depth;
    bool tag;  /* the start tag is open: attributes may come */
    bool text; /* character data stands before, in the same element */
};

struct xml xml_on(struct out *);
void xml_open(struct xml *, const char *name);
void xml_close(struct xml *, const char *name);
/* Names are literals; values are data. */
void xml_attribute(struct xml *, const char *name, const char *value);
void xml_count(struct xml *, const char *name, size_t value);
void xml_text(struct xml *, const char *text, size_t length);
#endif
