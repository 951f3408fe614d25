/// A tea trader with three customers, one segment and one script.
enum HarbourStore {
  /// A Monday, while the tasting is open.
  static let moment = "2026-03-02T10:00:00Z"

  static let files = [
    "store.json": """
    {"format": 1, "name": "harbour", "company": "Harbour Tea",
     "goal": {"text": "Answer every caller within a day."},
     "defaults": {"language": "en", "timeZone": "UTC", "channel": "phone", "tone": "plain",
      "country": "GB", "currency": "GBP"}}
    """,
    "agents.json": """
    [{"id": "mk", "name": "Mara King", "languages": ["en"], "role": "agent"}]
    """,
    "attributes.json": """
    [{"path": "behavioral.orders", "type": "integer", "label": {"en": "orders"},
      "question": {"en": "How often have you ordered from us?"},
      "reason": {"en": "So that I offer only what fits."}}]
    """,
    "intents.json": """
    [{"id": "late-parcel", "title": {"en": "Late parcel"},
      "examples": {"en": ["where is my parcel"]}},
     {"id": "praise", "title": {"en": "Praise"}, "examples": {"en": ["well done"]}}]
    """,
    "segments/regulars.json": """
    {"id": "regulars", "name": "Regulars", "status": "active", "priority": 10, "revision": 3,
     "summary": "Order often.", "goal": {"text": "Keep them."},
     "rule": {">=": [{"var": "behavioral.orders"}, 5]},
     "tone": "plain", "services": ["tasting"]}
    """,
    "tones/plain.json": """
    {"id": "plain", "name": "Plain", "revision": 1, "voice": {"respect": 1},
     "avoid": {"en": ["As per our policy"]}, "bannedWords": {"en": ["unfortunately"]},
     "phrases": {"en": {
      "greeting": "Hello{{#customer.callName}} {{customer.callName}}{{/customer.callName}}, \
    this is {{agent.name}} of {{company.name}}.",
      "apology": "I am sorry.", "hold": "One moment.", "closing": "Goodbye."}}}
    """,
    "services/tasting.json": """
    {"id": "tasting", "name": "Tasting", "kind": "benefit", "revision": 1,
     "summary": "A tasting at the harbour.", "offer": {"en": "May I invite you to a tasting?"},
     "hours": {"timeZone": "UTC", "weekly": {"mon": ["09:00-17:00"]}}}
    """,
    "scripts/late-parcel.json": """
    {"id": "late-parcel", "intent": "late-parcel", "title": {"en": "Late parcel"},
     "revision": 1, "channels": ["phone", "email"], "subject": {"en": "Your parcel"},
     "asks": [{"id": "parcel", "label": {"en": "Parcel number"}, "pattern": "[A-Z]{2}[0-9]{4}"}],
     "steps": [
      {"id": "open", "kind": "say", "label": {"en": "Open"}, "text": {"en": "{{> greeting}}"}},
      {"id": "find", "kind": "say", "label": {"en": "Find it"},
       "text": {"en": "Parcel {{ask.parcel}} is on its way."}},
      {"id": "note", "kind": "do", "label": {"en": "Ask the carrier"},
       "text": {"en": "Open a case."}}]}
    """,
    "customers.jsonl": """
    {"id": "T-1", "name": {"full": "Ada Brook", "given": "Ada", "family": "Brook"}, \
    "emails": ["ada@example.org"], "phones": ["+44 20 7946 0001"], "company": "Brook & Sons", \
    "language": "en", "behavioral": {"orders": 7}}
    {"id": "T-2", "name": {"full": "Bo Lind", "given": "Bo", "family": "Lind"}, \
    "emails": ["bo@example.org"], "language": "en"}
    {"id": "T-3", "name": {"full": "Ada Marsh", "given": "Ada", "family": "Marsh"}, \
    "emails": ["marsh@example.org"], "language": "en", "behavioral": {"orders": 1}}

    """,
  ]
}
