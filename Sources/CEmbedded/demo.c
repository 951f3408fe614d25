#include "embedding.h"

static const unsigned char agents[] = {
#embed "../RapportDemo/Definitions/agents.json"
};
static const unsigned char attributes[] = {
#embed "../RapportDemo/Definitions/attributes.json"
};
static const unsigned char cultures[] = {
#embed "../RapportDemo/Material/cultures.json"
};
static const unsigned char history[] = {
#embed "../RapportDemo/Material/history.json"
};
static const unsigned char intents[] = {
#embed "../RapportDemo/Definitions/intents.json"
};
static const unsigned char people[] = {
#embed "../RapportDemo/Material/people.json"
};
static const unsigned char scripts[] = {
#embed "../RapportDemo/Definitions/scripts.json"
};
static const unsigned char segments[] = {
#embed "../RapportDemo/Definitions/segments.json"
};
static const unsigned char services[] = {
#embed "../RapportDemo/Definitions/services.json"
};
static const unsigned char store[] = {
#embed "../RapportDemo/Definitions/store.json"
};
static const unsigned char texts[] = {
#embed "../RapportDemo/Material/texts.json"
};
static const unsigned char tones[] = {
#embed "../RapportDemo/Definitions/tones.json"
};

static const embedded_file demo[] = {
    EMBEDDED("agents.json", agents),
    EMBEDDED("attributes.json", attributes),
    EMBEDDED("cultures.json", cultures),
    EMBEDDED("history.json", history),
    EMBEDDED("intents.json", intents),
    EMBEDDED("people.json", people),
    EMBEDDED("scripts.json", scripts),
    EMBEDDED("segments.json", segments),
    EMBEDDED("services.json", services),
    EMBEDDED("store.json", store),
    EMBEDDED("texts.json", texts),
    EMBEDDED("tones.json", tones),
};

const embedded_file *embedded_demo(size_t *count) {
  *count = sizeof(demo) / sizeof(demo[0]);
  return demo;
}
