import JSONLogic
import RapportCore
@testable import RapportTUI
import Testing

/// A small store as documents, so that there is something to look at and to edit.
enum WorkbenchDefinitions {
  static let definitions = Definitions(decoding: DefinitionDocuments(files: documents))

  static let knowledge: Knowledge = {
    var knowledge = PreviewGuide.knowledge
    knowledge.definitions = definitions
    return knowledge
  }()

  static func bench(_ columns: Int = 80, _ rows: Int = 24, role: Agent.Role = .supervisor) -> Bench
  {
    var bench = Bench(columns, rows, knowledge: knowledge)
    bench.app.agent.role = role
    bench.definitions.documents = definitions.documents
    bench.press("F4")
    return bench
  }

  static func json(_ text: String) -> JSON {
    do {
      return try JSON(parsing: Array(text.utf8))
    } catch {
      Issue.record("\(error)")
      return .null
    }
  }

  static let documents: [String: JSON] = [
    "store.json": json(
      """
      {"name": "northwind", "company": "Northwind", "format": 1,
       "goal": {"text": "Solve it in the first contact.", "metric": "fcr", "target": 0.8,
                "by": "2027-06-30"},
       "defaults": {"language": "en", "timeZone": "Europe/Berlin", "tone": "plain"}}
      """
    ),
    "agents.json": json(
      """
      [{"id": "mk", "name": "Maria", "languages": ["en", "de"], "role": "supervisor"}]
      """
    ),
    "attributes.json": json(
      """
      [{"path": "behavioral.orders", "label": {"en": "orders"}, "type": "integer"},
       {"path": "geographic.country", "label": {"en": "country"}, "type": "text"},
       {"path": "geographic.postcode", "label": {"en": "postcode"}, "type": "text"}]
      """
    ),
    "intents.json": json(
      """
      [{"id": "billing-dispute", "title": {"en": "Charged twice", "de": "Doppelt abgebucht"},
        "mood": "complaint", "caps": {"humor": -2, "enthusiasm": 0}, "offers": "after-solution",
        "examples": {"en": ["you charged me twice", "double payment on my card"],
                     "de": ["doppelt abgebucht"]}},
       {"id": "delivery", "title": {"en": "Where is my order"},
        "examples": {"en": ["my parcel has not arrived"]}}]
      """
    ),
    "segments/loyal-advocates.json": json(
      """
      {"id": "loyal-advocates", "name": "Loyal advocates", "priority": 20, "revision": 7,
       "summary": "Order monthly, recommend us, expect to be recognised.",
       "goal": {"text": "Keep them.", "metric": "retention", "target": 0.95, "by": "2027-06-30"},
       "needs": ["fast exchange"], "rule": {">=": [{"var": "behavioral.orders"}, 12]},
       "tone": "warm", "adjust": {"detail": -1}, "services": ["priority-line"], "x-note": "ours"}
      """
    ),
    "segments/at-risk.json": json(
      """
      {"id": "at-risk", "name": "Slipping away", "priority": 30, "status": "draft",
       "rule": {"<": [{"var": "behavioral.orders"}, 2]}, "tone": "clam", "services": []}
      """
    ),
    "tones/warm.json": json(
      """
      {"id": "warm", "name": "Warm and personal", "revision": 4,
       "voice": {"formality": -1, "enthusiasm": 1, "empathy": 2}, "address": {"de": "du"},
       "say": {"en": ["I can see why that is annoying."], "de": ["Das würde mich auch ärgern."]},
       "avoid": {"en": ["As per our policy"]}, "bannedWords": {"en": ["unfortunately"]},
       "maxSentenceWords": 18, "x-owner": "kept",
       "phrases": {"en": {"greeting": "Hello {{customer.callName}}, this is {{agent.name}}.",
                          "apology": "I am sorry.", "hold": "One moment.",
                          "closing": "Take care!"},
                   "de": {"greeting": "Hallo {{customer.callName}}, hier ist {{agent.name}}."}}}
      """
    ),
    "tones/plain.json": json(
      """
      {"id": "plain", "name": "Plain and friendly", "voice": {},
       "phrases": {"en": {"greeting": "Hello, {{agent.name}} here.", "apology": "Sorry.",
                          "hold": "One moment, please.", "closing": "Goodbye."}}}
      """
    ),
    "services/priority-line.json": json(
      """
      {"id": "priority-line", "name": {"en": "Priority phone line"}, "kind": "support-hours",
       "summary": "A named agent within 2 minutes.",
       "offer": {"en": "I can put you on our priority line.", "de": "Ich verbinde dich gern."},
       "channels": ["phone"], "eligibility": {"===": [{"var": "geographic.country"}, "DE"]},
       "hours": {"timeZone": "Europe/Berlin", "closed": ["2026-12-25"],
                 "weekly": {"mon": ["08:00-12:00", "13:00-20:00"], "sat": ["09:00-18:00"]}},
       "whenClosed": {"en": "They open Monday at eight."}, "group": "phone", "rank": 2,
       "instead": "callback", "validUntil": "2027-03-31"}
      """
    ),
    "services/callback.json": json(
      """
      {"id": "callback", "name": "Call back", "kind": "benefit",
       "offer": {"en": "We call you back tomorrow."}}
      """
    ),
    "scripts/charged-twice.json": json(
      """
      {"id": "charged-twice", "title": {"en": "Charged twice"}, "intent": "billing-dispute",
       "revision": 3, "segments": [], "tones": [], "channels": ["phone", "email"],
       "subject": {"en": "Your payment for {{ask.orderNumber}}"},
       "asks": [{"id": "orderNumber", "label": {"en": "Order number"},
                 "pattern": "[A-Z]{2}-[0-9]{6}"}],
       "steps": [
         {"id": "open", "kind": "say", "label": {"en": "Open"}, "text": {
           "en": "{{> greeting}} I am sorry to hear about order {{ask.orderNumber}}.",
           "de": "{{> greeting}} Das mit {{ask.orderNumber}} tut mir leid."}},
         {"id": "who", "kind": "verify", "label": {"en": "Verify"}, "needs": ["geographic.postcode"],
          "text": {"en": "Could you tell me your postcode?", "de": "Wie ist die Postleitzahl?"}},
         {"id": "fix", "kind": "say", "label": {"en": "Put it right"},
          "text": {"en": "It goes back to your card today. {{> closing}}",
                   "de": "Es geht heute zurück. {{> closing}}"}}]}
      """
    ),
    "scripts/advocates-first.json": json(
      """
      {"id": "advocates-first", "title": "Charged twice, our advocates",
       "intent": "billing-dispute", "segments": ["loyal-advocates"], "channels": ["phone"],
       "steps": [{"id": "open", "kind": "say", "label": "Open",
                  "text": {"en": "{{> greeting}} That should not have happened {{/oops}}"}}]}
      """
    ),
  ]
}
