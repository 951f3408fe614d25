#ifndef SIMD_COLUMNS_H
#define SIMD_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads lines of JSON into columns: for each path a dictionary of the values met so far, and for
/// each line the code of its value, counted from 1 in the order of appearance; 0 is absent. Not for
/// two threads.
typedef struct simd_columns simd_columns;

typedef enum {
  SIMD_COLUMN_NULL = 0,
  SIMD_COLUMN_FALSE = 1,
  SIMD_COLUMN_TRUE = 2,
  /// A number that a double holds exactly.
  SIMD_COLUMN_NUMBER = 3,
  SIMD_COLUMN_TEXT = 4,
  /// Anything else, as compact JSON.
  SIMD_COLUMN_JSON = 5
} simd_column_kind;

typedef enum { SIMD_TEXT = 0, SIMD_NUMBER = 1, SIMD_BOOLEAN = 2 } simd_kind;

/// One value; of a list, one for each item.
typedef struct {
  /// The number of its path, in the order in which they were added.
  int32_t path;
  simd_kind kind;
  /// UTF-8 without a final zero, valid until the next line is read; numbers in decimal, Booleans as
  /// "true" and "false".
  const char *text;
  size_t length;
  /// Whether it is an item of a list.
  bool in_list;
} simd_value;

/// A value of a dictionary.
typedef struct {
  simd_column_kind kind;
  double number;
  /// UTF-8 or JSON without a final zero.
  const char *text;
  size_t length;
} simd_column_value;

/// What every line has, valid until the next line is read; lengths are 0 where it is no text.
typedef struct {
  const char *id;
  size_t id_length;
  const char *account;
  size_t account_length;
  bool deleted;
} simd_row;

simd_columns *simd_columns_create(void);
void simd_columns_destroy(simd_columns *columns);

/// Asks for the column of a dotted path. Its texts and lists are given up when there are more than
/// `most` different ones or they take too much room.
void simd_columns_add(simd_columns *columns, const char *path, size_t most);

/// Asks for the values of a dotted path as they are, whether it has a column or not.
void simd_columns_add_text(simd_columns *columns, const char *path);

/// Reads one line, which must have SIMD_PADDING readable bytes behind it, as `simd_reader_read`
/// does; numbers of many digits are refused too. Writes one code for each column.
int32_t simd_columns_read(simd_columns *columns, const uint8_t *line, size_t length, simd_row *row,
                          uint32_t *codes);

/// The values of the last line that were asked for as they are, in the line's order.
const simd_value *simd_columns_texts(const simd_columns *columns, size_t *count);

/// The code of a value, for lines that were read in another way.
uint32_t simd_columns_code(simd_columns *columns, size_t column, const simd_column_value *value);

/// How many values a dictionary has, and whether it was given up.
size_t simd_columns_count(const simd_columns *columns, size_t column);
bool simd_columns_overflowed(const simd_columns *columns, size_t column);

/// The value of a code from 1 to the count.
simd_column_value simd_columns_value(const simd_columns *columns, size_t column, uint32_t code);

/// A hash of 64 bits that spreads well; not for secrets.
uint64_t simd_hash(const char *bytes, size_t length, uint64_t seed);

#ifdef __cplusplus
}
#endif

#endif
