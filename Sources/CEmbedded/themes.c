#include "embedding.h"

static const unsigned char contrast_dark[] = {
#embed "../../themes/contrast-dark.json"
};
static const unsigned char contrast_light[] = {
#embed "../../themes/contrast-light.json"
};
static const unsigned char dark[] = {
#embed "../../themes/dark.json"
};
static const unsigned char deuteranopia[] = {
#embed "../../themes/deuteranopia.json"
};
static const unsigned char light[] = {
#embed "../../themes/light.json"
};
static const unsigned char linen[] = {
#embed "../../themes/linen.json"
};
static const unsigned char mono[] = {
#embed "../../themes/mono.json"
};
static const unsigned char nocturne[] = {
#embed "../../themes/nocturne.json"
};
static const unsigned char terminal[] = {
#embed "../../themes/terminal.json"
};
static const unsigned char tritanopia[] = {
#embed "../../themes/tritanopia.json"
};

static const embedded_file themes[] = {
    EMBEDDED("contrast-dark.json", contrast_dark),
    EMBEDDED("contrast-light.json", contrast_light),
    EMBEDDED("dark.json", dark),
    EMBEDDED("deuteranopia.json", deuteranopia),
    EMBEDDED("light.json", light),
    EMBEDDED("linen.json", linen),
    EMBEDDED("mono.json", mono),
    EMBEDDED("nocturne.json", nocturne),
    EMBEDDED("terminal.json", terminal),
    EMBEDDED("tritanopia.json", tritanopia),
};

const embedded_file *embedded_themes(size_t *count) {
  *count = sizeof(themes) / sizeof(themes[0]);
  return themes;
}
