#ifndef RAPPORT_TERMINFO_H
#define RAPPORT_TERMINFO_H

#define CT_DIRECT_NAME "rapport-direct"

/* A value for TERMINFO that holds, under CT_DIRECT_NAME, the entry of another terminal with 24-bit
 * colours; null if there is no such terminal or no memory. The caller frees it. */
char *ct_direct_entry(const char *base);

/* A capability of the current terminal without padding; empty where there is none. Returns its
 * length, 0 also if it does not fit. */
size_t ct_plain_capability(const char *name, char *out, size_t capacity);

#endif
