#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>

/// A file that is part of the program.
typedef struct {
  /// Its name in its folder, without a path.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
} embedded_file;

/// The files of themes/, sorted by name. Each kind of file has a .c of its own and such a function.
const embedded_file *_Nonnull embedded_themes(size_t *_Nonnull count);

/// The hand-written files of the demo store, sorted by name.
const embedded_file *_Nonnull embedded_demo(size_t *_Nonnull count);

/// The JSON Schemas of RapportStore/Schemas, sorted by name.
const embedded_file *_Nonnull embedded_schemas(size_t *_Nonnull count);

/// The list of short forms of given names, RapportStore/Search/Names.
const embedded_file *_Nonnull embedded_nicknames(void);

#endif
