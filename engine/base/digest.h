/* digest.h - SHA-256, for fingerprints, proofs and the digests of rules: nettle does the hashing. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_HEX = 65 }; /* 64 hex digits and a NUL */
void digest_hex(const void *bytes, size_t length, char out[DIGEST_HEX]);
#endif
