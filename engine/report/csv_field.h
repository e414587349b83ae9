/* csv_field.h - one field of a CSV file (RFC 4180), quoted where it must be; what a spreadsheet would run begins with an
 * apostrophe, as OWASP advises (CSV Injection). */
#ifndef REPORT_CSV_FIELD_H
#define REPORT_CSV_FIELD_H

#include "base/text.h"

/* Appends the field to the line, after a comma unless it is the first. The text is safe: no control character is in it. */
void csv_field(struct text *line, const char *text, bool first);
#endif
