import RapportCore

extension Outcome {
  /// On screen.
  var word: String {
    switch self {
    case .resolved: "solved"
    case .unresolved: "not solved"
    case .followUp: "follow-up"
    case .escalated: "passed on"
    case .noAnswer: "no answer"
    case .wrongPerson: "wrong person"
    }
  }

  var detail: String {
    switch self {
    case .resolved: "the customer has what they came for"
    case .unresolved: "it stays open; k continues it next time"
    case .followUp: "we come back to them on a date"
    case .escalated: "somebody else took over"
    case .noAnswer: "nobody answered, or the line broke"
    case .wrongPerson: "not about this customer; m moves it to the right one"
    }
  }

  /// The word for what a journal line says, which may be somebody else's.
  package static func word(for outcome: String) -> String {
    Outcome(rawValue: outcome)?.word ?? outcome.replacing("-", with: " ")
  }
}
