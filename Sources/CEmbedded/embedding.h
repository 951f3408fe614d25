// What every table of embedded files needs. #embed is C23, and an extension of clang before that.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CEmbedded.h"

#define EMBEDDED(name, bytes) {name, bytes, sizeof(bytes)}
