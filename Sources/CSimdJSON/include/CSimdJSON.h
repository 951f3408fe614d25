#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "SimdColumns.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Reads lines of JSON fast and picks the values at some paths out of them. Not for two threads.
typedef struct simd_reader simd_reader;

/// How many bytes after the end of a line must be readable.
enum { SIMD_PADDING = 64 };

typedef enum {
  SIMD_OBJECT = 0,
  /// Not what this parser takes; a stricter or more patient one may.
  SIMD_REFUSED = 1,
  SIMD_NOT_AN_OBJECT = 2,
  SIMD_DUPLICATE_KEY = 3
} simd_outcome;

simd_reader *simd_reader_create(void);
void simd_reader_destroy(simd_reader *reader);

/// Asks for a dotted path (`name.full`) in the lines that follow.
void simd_reader_add(simd_reader *reader, const char *path);

/// Reads one line, which must have SIMD_PADDING readable bytes behind it.
simd_outcome simd_reader_read(simd_reader *reader, const uint8_t *line, size_t length);

/// The values of the last line, in the line's order.
const simd_value *simd_reader_values(const simd_reader *reader, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
