// A plain C edge over RE2, whose matching time is linear in the text, whatever the pattern.
#ifndef C_REGEX_H
#define C_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; immutable, so that any number of threads may match with it at once.
typedef struct regex regex;

/// Compiles `length` bytes of UTF-8. NULL where the pattern is malformed or would need more than
/// 1 MiB; `reason` then holds why, cut to `capacity` bytes with the ending zero.
regex *regex_create(const char *pattern, size_t length, char *reason, size_t capacity);

void regex_destroy(regex *pattern);

/// Whether the whole of `text` matches.
bool regex_matches(const regex *pattern, const char *text, size_t length);

/// Finds the first match that begins at or after `from`, and tells where its first group is:
/// `start` to `end`, in bytes. False where nothing matches or the pattern has no group.
bool regex_search(const regex *pattern, const char *text, size_t length, size_t from,
                  size_t *start, size_t *end);

#ifdef __cplusplus
}
#endif

#endif
