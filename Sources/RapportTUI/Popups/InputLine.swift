import RapportCore

/// One value asked of the agent.
struct InputLine: Sendable {
  enum Purpose: Hashable, Sendable {
    /// A blank of the script.
    case ask(Script.Ask)
    /// An attribute of the customer.
    case answer(Attribute)
    case followUpDate
    /// The customer's note.
    case pin
    /// Why something fits or does not; may be left out.
    case feedback(FeedbackTarget, Feedback.Verdict)
    case wish
    case feedbackAnswer([Feedback.ID])
    /// Why a customer is pinned to a segment.
    case pinReason(PinnedCustomer)
    /// Why a definition is changed; kept in its history.
    case changeReason
    /// Why segments are merged, split or retired, or a definition goes back.
    case refiningReason
    /// Where a segment is divided.
    case splitPlace
    /// What a part of a split is called.
    case partName(Int)
    case definitionName(NewDefinition)
    /// Of one whose name makes none.
    case definitionID(NewDefinition, name: String)
    /// Of a file with a list of customers.
    case membersPath(MemberQuery)
    /// What somebody found who looked a segment over; may be left out.
    case reviewNote(Segment.ID)
  }

  var label: String
  var purpose: Purpose
  var field = TextField()
  /// Why it is asked, for the caller.
  var reason: String?
  /// What is wrong with what was typed, and what would be right.
  var problem: String?
  /// What was read of it so far.
  var understood: String?

  init(_ label: String, for purpose: Purpose, text: String = "") {
    self.label = label
    self.purpose = purpose
    field = TextField(text)
  }

  /// What would be right, before anything is wrong.
  var advice: String? {
    switch purpose {
    case .ask(let ask): ask.pattern.flatMap(PatternExample.text).map { "such as \($0)" }
    case .answer(let attribute): attribute.advice
    case .followUpDate:
      understood ?? "tomorrow, Friday, 24.11., or in how many days; then a time, @who, what for"
    case .pin: "one line on every card of theirs; empty takes it out"
    case .feedback: "a word is enough; Enter alone leaves it out, Esc says nothing"
    case .wish: "in their words"
    case .feedbackAnswer: "whoever gave it reads this on Find"
    case .changeReason, .refiningReason, .pinReason: "a few words; they are kept in its history"
    case .splitPlace: "a value of the attribute"
    case .membersPath: understood ?? "ends in .csv, .json or .jsonl"
    case .reviewNote: "what you found; Enter alone leaves it out, Esc goes back"
    case .partName: "as people will read it; the id stays"
    case .definitionName: understood ?? "its id is made from it, and stays what it is"
    case .definitionID: "small letters, digits and hyphens; it stays what it is"
    }
  }
}

extension InputLine.Purpose {
  /// Whether nothing is changed without one.
  var wantsReason: Bool {
    switch self {
    case .changeReason, .refiningReason, .pinReason: true
    default: false
    }
  }
}

extension Attribute {
  /// How a value is typed.
  var advice: String? {
    switch kind {
    case .integer: "a whole number"
    case .number: "a number such as 12 or 12.5"
    case .boolean: "yes or no"
    case .date: "a date such as 2026-11-30"
    case .list:
      choices.isEmpty
        ? "one or more, with commas between them"
        : choices.indices.map { "\($0 + 1)" }.prefix(2).joined(separator: ", ")
          + " or the words, with commas between them"
    case .version: "a version such as 4.2.1"
    case .text, .choice: nil
    }
  }
}
