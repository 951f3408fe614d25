#ifndef RAPPORT_TERMINFO_H
#define RAPPORT_TERMINFO_H

#include <stdbool.h>
#include <stddef.h>

#define CT_OWN_NAME "rapport-own"

/* A value for TERMINFO that holds, under CT_OWN_NAME, another terminal's entry without scrolling by
 * several lines, and if wanted with 24-bit colours; null if there is no such terminal or no memory.
 * The caller frees it. */
char *ct_own_entry(const char *base, bool direct);

/* A capability of the current terminal without padding; empty where there is none. Returns its
 * length, 0 also if it does not fit. */
size_t ct_plain_capability(const char *name, char *out, size_t capacity);

#endif
