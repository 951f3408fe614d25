import JSONLogic
import RapportCore

/// A part of the Desk that opens in full.
enum Pane: String, Sendable, CaseIterable {
  case found, mood, note, history, who, how, offers, ask, say

  var title: String {
    switch self {
    case .found: "Found"
    case .mood: "Mood"
    case .note: "Note"
    case .history: "History"
    case .who: "Who, and why"
    case .how: "How to speak"
    case .offers: "Offers"
    case .ask: "Ask next"
    case .say: "Say"
    }
  }
}

/// A place where the cursor stops on the Desk; by identity, so that it survives new guidance.
enum Stop: Hashable, Sendable {
  case found, mood, note, promise, due, last, who, how, ask, offers
  case segment(Segment.ID)
  case offer(Service.ID)
  /// A phrase of the tone, where it is open in full.
  case phrase(TonePhrase)
  case question(String)
  case subject
  case step(String)
  case past(Int)
  /// A line of a segment's reasons.
  case node(JSONPointer)

  var pane: Pane {
    switch self {
    case .found: .found
    case .mood: .mood
    case .note, .promise, .due: .note
    case .last, .past: .history
    case .who, .segment, .node: .who
    case .how, .phrase: .how
    case .offers, .offer: .offers
    case .ask, .question: .ask
    case .subject, .step: .say
    }
  }
}
