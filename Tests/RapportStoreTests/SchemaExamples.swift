import JSONLogic
import RapportCore

/// One example of every kind of file and record; the definitions make a store without mistakes.
enum SchemaExamples {
  /// What the program decodes, by path in the store.
  static let definitions: [String: JSON] = Dictionary(
    uniqueKeysWithValues: definitionTexts.map { ($0, json($1)) }
  )

  /// By kind.
  static let records: [(kind: String, document: JSON)] = recordTexts.map { ($0, json($1)) }

  /// The kind of a definition's file.
  static func kind(of path: String) -> String {
    let folder = path.prefix { $0 != "/" }
    return folder.hasSuffix(".json") ? String(folder.dropLast(5)) : String(folder.dropLast())
  }

  private static func json(_ text: String) -> JSON {
    do {
      return try JSON(parsing: text)
    } catch {
      preconditionFailure("not JSON: \(error): \(text)")
    }
  }

  private static let definitionTexts = [
    (
      "store.json",
      """
      {"format": 1, "name": "northwind", "company": {"name": "Northwind", "phone": "+49 30 1"},
       "goal": {"text": "Solve it.", "metric": "csat", "target": 0.88, "by": "2027-06-30"},
       "defaults": {"language": "en", "timeZone": "Europe/Berlin", "country": "DE",
         "currency": "EUR", "channel": "phone", "tone": "warm"},
       "always": [{"id": "next-step", "kind": "do", "at": "end", "label": {"en": "Before you close"},
         "text": {"en": "Say what happens next."}}],
       "thresholds": {"missingShare": 0.2}}
      """
    ),
    (
      "agents.json",
      """
      [{"id": "mk", "name": "Maria Kern", "team": "europe", "languages": ["de", "en"],
        "role": "agent", "timeZone": "Europe/Berlin"}]
      """
    ),
    (
      "attributes.json",
      """
      [{"path": "behavioral.lastOrder", "label": {"en": "last order"}, "type": "date",
        "question": {"en": "When did you last order from us?"},
        "reason": {"en": "So that I offer you only what fits."}, "freshForDays": 90,
        "find": false, "personal": false, "protected": false, "source": "shop"},
       {"path": "behavioral.orders", "label": {"en": "orders"}, "type": "integer",
        "unit": {"en": "orders"}},
       {"path": "geographic.country", "label": "country", "type": "choice",
        "choices": ["DE", {"value": "AT", "label": {"en": "Austria"}}]},
       {"path": "geographic.postcode", "label": "postcode", "type": "text", "find": true}]
      """
    ),
    (
      "intents.json",
      """
      [{"id": "billing-dispute", "title": {"en": "Billing dispute"}, "mood": "complaint",
        "caps": {"humor": -2, "enthusiasm": 0}, "offers": "after-solution",
        "examples": {"en": ["you charged me twice"]}},
       {"id": "bereavement", "title": "Bereavement", "examples": ["my mother has died"]}]
      """
    ),
    (
      "costs.json",
      """
      [{"from": "2026-10-01", "to": "2026-10-31", "channel": "phone", "labour": "21300.00",
        "other": "4260.00", "currency": "EUR"}]
      """
    ),
    (
      "segments/loyal-advocates.json",
      """
      {"id": "loyal-advocates", "name": "Loyal advocates", "status": "active", "priority": 20,
       "revision": 7, "summary": "Order monthly, recommend us, expect to be recognised.",
       "goal": {"text": "Keep them, and make recommending easy.", "metric": "retention",
         "target": 0.95, "by": "2027-06-30"},
       "needs": ["fast exchange"], "preferences": ["first name", "short answers"],
       "behaviors": ["orders from the app"],
       "rule": {"and": [{">=": [{"var": "behavioral.orders"}, 12]},
         {"within_days": [{"var": "behavioral.lastOrder"}, 90]}]},
       "tone": "warm", "adjust": {"detail": -1}, "services": ["priority-line", "early-access"],
       "golden": {"members": ["C-004211"], "nonmembers": ["C-000007"]},
       "waive": [{"finding": "lacking", "pointer": "/rule", "reason": "asked on the first call"}],
       "manual": [{"customer": "C-000123", "member": true, "reason": "key account", "by": "mk",
         "until": "2027-01-31"}], "owner": "mk", "reviewEveryDays": 90}
      """
    ),
    (
      "tones/warm.json",
      """
      {"id": "warm", "name": "Warm and personal", "revision": 1,
       "voice": {"formality": -1, "humor": 0, "enthusiasm": 1, "respect": 1, "empathy": 2,
         "pace": 0, "detail": 0}, "address": {"de": "du"},
       "say": {"en": ["I can see why that is annoying."]}, "avoid": {"en": ["As per our policy"]},
       "bannedWords": {"en": ["unfortunately"]}, "maxSentenceWords": 18,
       "phrases": {"en": {"greeting": "Hello {{customer.callName}}, this is {{agent.name}}.",
         "apology": "I am sorry.", "hold": "One moment.", "closing": "Goodbye."}},
       "channels": {"chat": {"voice": {"formality": -1},
         "phrases": {"en": {"greeting": "Hi {{customer.callName}}!"}}}}}
      """
    ),
    (
      "services/priority-line.json",
      """
      {"id": "priority-line", "name": "Priority phone line", "kind": "support-hours",
       "summary": "A named agent within 2 minutes.",
       "offer": {"en": "I can put you on our priority line."}, "channels": ["phone"],
       "eligibility": {"===": [{"var": "geographic.country"}, "DE"]},
       "hours": {"timeZone": "Europe/Berlin", "weekly": {"mon": ["08:00-12:00", "13:00-20:00"]},
         "closed": ["2026-12-25"]}, "group": "phone-support", "rank": 2,
       "whenClosed": {"en": "They open Monday at eight."}, "instead": "early-access",
       "notForIntents": ["bereavement"], "validFrom": "2026-01-01", "validUntil": "2027-03-31",
       "link": "https://example.org/priority"}
      """
    ),
    (
      "services/early-access.json",
      """
      {"id": "early-access", "name": {"en": "Early access"}, "kind": "goodwill",
       "offer": {"en": "You may see it first."}, "limit": {"amount": "20.00", "currency": "EUR"}}
      """
    ),
    (
      "scripts/charged-twice.json",
      """
      {"id": "charged-twice", "title": "Charged twice", "intent": "billing-dispute",
       "segments": [], "tones": [], "channels": ["phone", "email", "chat"],
       "condition": {"===": [{"var": "geographic.country"}, "DE"]},
       "subject": {"en": "Your payment for {{ask.orderNumber}}"},
       "asks": [{"id": "orderNumber", "label": {"en": "Order number"},
         "pattern": "[A-Z]{2}-[0-9]{6}"}],
       "steps": [
         {"id": "open", "kind": "say", "label": {"en": "Open"},
          "text": {"en": "{{> greeting}} I am sorry to hear about order {{ask.orderNumber}}."}},
         {"id": "who", "kind": "verify", "label": {"en": "Verify"},
          "text": {"en": "Which postcode do we have?"}, "needs": ["geographic.postcode"]},
         {"id": "way", "kind": "choose", "label": {"en": "Is it there?"},
          "next": [{"label": {"en": "No"}, "to": "who"}]}]}
      """
    ),
  ]

  private static let recordTexts = [
    (
      "customer",
      """
      {"id": "C-004211", "name": {"full": "Zoë Müller", "given": "Zoë", "family": "Müller",
         "preferred": "Zoë", "salutation": "Frau"},
       "emails": ["zoe.mueller@example.org"], "phones": ["+49 30 901820"],
       "company": "Kiefer Optik GmbH", "account": "A-0031", "owner": "mk", "language": "de",
       "timeZone": "Europe/Berlin", "since": "2021-03-14", "tags": ["beta"],
       "note": "Prefers e-mail after 18:00.", "demographic": {"birthYear": 1984},
       "behavioral": {"orders": 14, "lastOrder": "2026-10-02", "spend12m": 1289.5},
       "psychographic": {"values": ["sustainability"]},
       "geographic": {"country": "DE", "postcode": "10115", "setting": "urban"},
       "technographic": {"device": "ios", "appVersion": "4.2.1"},
       "firmographic": {"industry": "optics", "employees": 38},
       "notSaid": {"psychographic.values": "2026-11-21"}, "updated": "2026-10-02T09:12:00Z",
       "asOf": "2026-10-01", "observed": {"behavioral.orders": "2026-10-02"}, "rev": 3}
      """
    ),
    ("customer", #"{"id": "C-1", "name": "Plato"}"#),
    ("customer", #"{"id": "C-1", "deleted": true}"#),
    (
      "interaction",
      """
      {"id": "01JD0000000000000000000000", "at": "2026-11-21T14:03:11Z", "agent": "mk",
       "customer": "C-004211", "channel": "phone", "direction": "in", "intent": "billing-dispute",
       "script": "charged-twice", "segments": {"loyal-advocates": 7}, "tone": "warm",
       "mood": "upset", "verified": ["geographic.postcode"], "asks": {"orderNumber": "AB-123456"},
       "outcome": "resolved", "handleSeconds": 312, "offered": ["early-access"],
       "accepted": ["early-access"], "continues": null,
       "followUp": {"at": "2026-11-23", "by": "mk", "what": "call back"},
       "unknown": {"green-minded": 3}, "revenue": {"amount": "49.00", "currency": "EUR"},
       "toneRevision": 4, "scriptRevision": 2, "language": "de",
       "ticks": {"open": "done", "who": "skipped"}, "branches": {"what": "refund"},
       "note": "Calmed down."}
      """
    ),
    ("interaction", #"{"id": "01JD", "deleted": true, "customer": "C-004211"}"#),
    ("interaction", #"{"id": "01JD", "erased": true, "digest": "9f86d081"}"#),
    (
      "survey",
      """
      {"id": "01JE", "customer": "C-004211", "interaction": "01JD", "kind": "csat",
       "sentAt": "2026-11-21T15:00:00Z", "answeredAt": "2026-11-21T17:00:00Z", "score": 5,
       "min": 1, "max": 5, "reversed": false, "comment": "Quick.", "source": "survey"}
      """
    ),
    (
      "order",
      """
      {"id": "o1", "at": "2026-11-21T15:00:00Z", "customer": "C-1", "amount": "49.00",
       "currency": "EUR", "state": "paid"}
      """
    ),
    (
      "lifecycle",
      #"{"id": "l1", "at": "2026-11-21T15:00:00Z", "customer": "C-1", "event": "renew"}"#
    ),
    (
      "feedback",
      """
      {"id": "f1", "at": "2026-11-21T15:00:00Z", "by": "mk", "customer": "C-1",
       "interaction": "01JD", "on": {"kind": "script", "id": "charged-twice", "revision": 2,
         "part": "open"}, "verdict": "not", "better": "Say what was paid back.",
       "reason": "Too long.", "evidence": null,
       "answer": {"by": "lb", "at": "2026-11-22T08:00:00Z", "text": "Shortened."}}
      """
    ),
    (
      "feedback",
      #"{"id": "f2", "at": "2026-11-21T15:00:00Z", "by": "mk", "verdict": "lacks", "reason": "x"}"#
    ),
    (
      "review",
      """
      {"id": "r1", "at": "2026-11-21T15:00:00Z", "trainee": "tv", "item": "loyal-advocates",
       "revision": 7, "grade": 1, "score": 0.8, "ms": 5400}
      """
    ),
    (
      "adjustment",
      """
      {"id": "a1", "at": "2026-11-21T15:00:00Z", "by": "lb",
       "on": {"kind": "script", "id": "charged-twice", "revision": 4}, "metric": "csat",
       "minEffect": 0.05, "needN": 300, "evaluateAt": "2027-01-22",
       "baseline": {"from": "2026-07-31", "to": "2026-10-28"}}
      """
    ),
    (
      "access",
      """
      {"id": "x1", "at": "2026-11-21T15:00:00Z", "agent": "mk", "customer": "C-1",
       "what": "reveal"}
      """
    ),
    (
      "change",
      """
      {"id": "c1", "at": "2026-11-21T15:00:00Z", "by": "(outside)", "reason": "git pull",
       "batch": "b1", "set": [{"kind": "segment", "id": "loyal-advocates", "revision": 8,
         "before": {"priority": 20}, "after": {"priority": 10}}]}
      """
    ),
    (
      "import",
      """
      {"batch": "b1", "at": "2026-11-21T15:00:00Z", "state": "begin", "file": "customers.jsonl",
       "size": 0, "from": "crm.csv"}
      """
    ),
    (
      "draft",
      """
      {"kind": "contact", "id": "01JD0000000000000000000000", "agent": "mk",
       "customer": "C-004211", "openedAt": "2026-11-21T14:00:00Z", "channel": "phone",
       "intent": "billing-dispute", "language": "de", "mood": "upset", "script": "charged-twice",
       "ticks": {"open": "done", "who": "skipped"}, "asks": {"orderNumber": "AB-123456"},
       "offers": {"early-access": "done"}, "verified": ["geographic.postcode"], "note": "Twice.",
       "foundBy": "fuzzy", "continues": "01JC", "handleSeconds": 31,
       "followUp": {"at": "2026-11-23T08:00:00Z", "by": "mk", "what": "call back"}, "rating": 4,
       "leftAt": "2026-11-21T14:09:00Z",
       "process": {"id": 4711, "start": "123456"}}
      """
    ),
    (
      "draft",
      """
      {"kind": "caller", "id": "01JD0000000000000000000001", "agent": "mk",
       "openedAt": "2026-11-21T14:00:00Z", "name": "Jo Lim", "phone": "030 123456",
       "email": "jo@example.org", "answers": {"psychographic.values": ["price"]},
       "skipped": ["technographic.device"]}
      """
    ),
  ]
}
