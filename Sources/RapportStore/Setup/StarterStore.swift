package import JSONLogic

/// The definitions of a new, empty store: enough to open it, help an unknown caller, and see where
/// the first segment goes.
package struct StarterStore: Sendable {
  package let goal: String
  package let company: String

  package init(goal: String, company: String) {
    self.goal = goal
    self.company = company
  }

  /// By path, as canonical JSON, sorted by path.
  package var files: [(path: String, bytes: [UInt8])] {
    documents.map { ($0.key, Array($0.value.canonical().utf8)) }.sorted { $0.0 < $1.0 }
  }

  package var documents: [String: JSON] {
    [
      "store.json": [
        "format": 1, "name": .string(company), "company": .string(company),
        "goal": ["text": .string(goal)],
        "defaults": [
          "language": "en", "timeZone": "UTC", "channel": "phone", "tone": "friendly",
        ],
      ],
      "agents.json": [],
      "attributes.json": [
        [
          "path": "behavioral.orders", "type": "integer", "label": ["en": "orders"],
          "unit": ["en": "orders"], "freshForDays": 90,
          "question": ["en": "How often have you ordered from us?"],
          "reason": ["en": "So that I offer you only what fits."],
        ]
      ],
      "intents.json": [
        [
          "id": "complaint", "title": ["en": "Complaint"], "mood": "complaint",
          "offers": "after-solution", "caps": ["humor": -2],
          "examples": ["en": ["it does not work", "I was charged twice", "nobody called me back"]],
        ],
        [
          "id": "question", "title": ["en": "Question"],
          "examples": ["en": ["how do I", "where can I find", "do you have"]],
        ],
      ],
      "segments/regulars.json": [
        "id": "regulars", "name": "Regulars", "status": "draft", "priority": 10, "revision": 1,
        "summary": "Order often and expect to be recognised.",
        "goal": ["text": "Keep them, and learn what they come back for."],
        "rule": [">=": [["var": "behavioral.orders"], 5]],
        "tone": "friendly",
      ],
      "tones/friendly.json": [
        "id": "friendly", "name": "Friendly and clear", "revision": 1,
        "voice": ["enthusiasm": 1, "respect": 1, "empathy": 1],
        "say": ["en": ["Let me look at that with you."]],
        "avoid": ["en": ["As per our policy"]],
        "bannedWords": ["en": ["unfortunately"]], "maxSentenceWords": 20,
        "phrases": [
          "en": [
            "greeting": .string(
              "Hello{{#customer.callName}} {{customer.callName}}{{/customer.callName}}, you are "
                + "speaking with {{agent.name}} of {{company.name}}."
            ),
            "apology": "I am sorry about that.",
            "hold": "One moment please, I am looking it up.",
            "closing": "Thank you for coming to us. Is there anything else I can do?",
          ]
        ],
      ],
      "scripts/listen-first.json": Self.script(
        "listen-first",
        intent: "complaint",
        title: "Listen first",
        middle: "{{> apology}} Please tell me what happened, and what would help you most."
      ),
      "scripts/answer.json": Self.script(
        "answer",
        intent: "question",
        title: "Answer a question",
        middle: "What would you like to know? I look it up while you wait."
      ),
    ]
  }

  private static func script(_ id: String, intent: String, title: String, middle: String) -> JSON {
    func step(_ id: String, _ label: String, _ text: String) -> JSON {
      [
        "id": .string(id), "kind": "say", "label": ["en": .string(label)],
        "text": ["en": .string(text)],
      ]
    }
    return [
      "id": .string(id), "intent": .string(intent), "title": ["en": .string(title)], "revision": 1,
      "channels": ["phone", "email", "chat"], "subject": ["en": .string(title)],
      "steps": [
        step("open", "Open", "{{> greeting}}"), step("help", "Help", middle),
        step("close", "Close", "{{> closing}}"),
      ],
    ]
  }
}
