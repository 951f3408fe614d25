#include "embedding.h"

static const unsigned char access_schema[] = {
#embed "../RapportStore/Schemas/access.json"
};
static const unsigned char adjustment_schema[] = {
#embed "../RapportStore/Schemas/adjustment.json"
};
static const unsigned char agents_schema[] = {
#embed "../RapportStore/Schemas/agents.json"
};
static const unsigned char attributes_schema[] = {
#embed "../RapportStore/Schemas/attributes.json"
};
static const unsigned char change_schema[] = {
#embed "../RapportStore/Schemas/change.json"
};
static const unsigned char costs_schema[] = {
#embed "../RapportStore/Schemas/costs.json"
};
static const unsigned char customer_schema[] = {
#embed "../RapportStore/Schemas/customer.json"
};
static const unsigned char draft_schema[] = {
#embed "../RapportStore/Schemas/draft.json"
};
static const unsigned char feedback_schema[] = {
#embed "../RapportStore/Schemas/feedback.json"
};
static const unsigned char import_schema[] = {
#embed "../RapportStore/Schemas/import.json"
};
static const unsigned char intents_schema[] = {
#embed "../RapportStore/Schemas/intents.json"
};
static const unsigned char interaction_schema[] = {
#embed "../RapportStore/Schemas/interaction.json"
};
static const unsigned char lifecycle_schema[] = {
#embed "../RapportStore/Schemas/lifecycle.json"
};
static const unsigned char order_schema[] = {
#embed "../RapportStore/Schemas/order.json"
};
static const unsigned char review_schema[] = {
#embed "../RapportStore/Schemas/review.json"
};
static const unsigned char script_schema[] = {
#embed "../RapportStore/Schemas/script.json"
};
static const unsigned char segment_schema[] = {
#embed "../RapportStore/Schemas/segment.json"
};
static const unsigned char service_schema[] = {
#embed "../RapportStore/Schemas/service.json"
};
static const unsigned char store_schema[] = {
#embed "../RapportStore/Schemas/store.json"
};
static const unsigned char survey_schema[] = {
#embed "../RapportStore/Schemas/survey.json"
};
static const unsigned char tone_schema[] = {
#embed "../RapportStore/Schemas/tone.json"
};

static const embedded_file schemas[] = {
    EMBEDDED("access.json", access_schema),
    EMBEDDED("adjustment.json", adjustment_schema),
    EMBEDDED("agents.json", agents_schema),
    EMBEDDED("attributes.json", attributes_schema),
    EMBEDDED("change.json", change_schema),
    EMBEDDED("costs.json", costs_schema),
    EMBEDDED("customer.json", customer_schema),
    EMBEDDED("draft.json", draft_schema),
    EMBEDDED("feedback.json", feedback_schema),
    EMBEDDED("import.json", import_schema),
    EMBEDDED("intents.json", intents_schema),
    EMBEDDED("interaction.json", interaction_schema),
    EMBEDDED("lifecycle.json", lifecycle_schema),
    EMBEDDED("order.json", order_schema),
    EMBEDDED("review.json", review_schema),
    EMBEDDED("script.json", script_schema),
    EMBEDDED("segment.json", segment_schema),
    EMBEDDED("service.json", service_schema),
    EMBEDDED("store.json", store_schema),
    EMBEDDED("survey.json", survey_schema),
    EMBEDDED("tone.json", tone_schema),
};

const embedded_file *embedded_schemas(size_t *count) {
  *count = sizeof(schemas) / sizeof(schemas[0]);
  return schemas;
}
