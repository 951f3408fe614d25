#include "embedding.h"

static const unsigned char nicknames[] = {
#embed "../RapportStore/Search/Names/nicknames.txt"
};

static const embedded_file file = EMBEDDED("nicknames.txt", nicknames);

const embedded_file *embedded_nicknames(void) { return &file; }
