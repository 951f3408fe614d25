import RapportCore

/// What it does to the customers that a segment comes into use or goes out of it.
struct StatusTurn: Sendable {
  /// So many of them are named.
  static let samples = 3

  /// Who come in or fall out, as agents see it.
  struct People: Sendable {
    var count: Int
    /// Some of them.
    var names: [String]
  }

  enum State: Sendable {
    /// With those of the count before, if there was one for the same way.
    case counting(People?)
    case counted(People)
    /// And why.
    case failed(String)
  }

  /// Whether they come in; else they fall out.
  var comesIn: Bool
  var state: State

  /// The change as agents see it, for whom a draft has nobody; nil where a segment stays in use, or
  /// out of it.
  static func change(of draft: DefinitionDraft) -> SegmentsChange? {
    guard draft.reference.kind == .segment else { return nil }
    let id = Segment.ID(draft.reference.id)
    let pair = SegmentsChange.Pair(
      id,
      before: draft.base.flatMap { Segment(decoding: $0, id: id) },
      after: Segment(decoding: draft.object, id: id)
    )
    guard let before = pair.before, let after = pair.after,
      (before.status == .active) != (after.status == .active)
    else { return nil }
    return SegmentsChange([pair]).seen
  }

  /// Not counted yet; nil where nobody comes in or falls out by the status.
  init?(countingFor draft: DefinitionDraft) {
    guard let after = Self.change(of: draft)?.pairs.first?.after else { return nil }
    comesIn = after.status == .active
    state = .counting(nil)
  }

  /// While this is counted, what was counted before for the same way is shown, and marked.
  func keeping(_ last: StatusTurn?) -> StatusTurn {
    guard case .counting = state, let last, last.comesIn == comesIn else { return self }
    var kept = self
    switch last.state {
    case .counting(let people): kept.state = .counting(people)
    case .counted(let people): kept.state = .counting(people)
    case .failed: break
    }
    return kept
  }

  /// `125 fall out: Kiefer Optik GmbH, Jonas Weber, Yusuf Kaya and 122 more`.
  var words: String {
    switch state {
    case .counting(nil): "counting who \(comesIn ? "comes in" : "falls out")"
    case .counting(let people?): "\(words(of: people)); counting again"
    case .counted(let people): words(of: people)
    case .failed(let why): "who \(comesIn ? "comes in" : "falls out") is not counted: \(why)"
    }
  }

  private func words(of people: People) -> String {
    let count = NumberWords.words(Double(people.count))
    let verb =
      switch (comesIn, people.count == 1) {
      case (true, true): "comes in"
      case (true, false): "come in"
      case (false, true): "falls out"
      case (false, false): "fall out"
      }
    guard people.count > 0 else { return "nobody \(comesIn ? "comes in" : "falls out")" }
    let rest = people.count - people.names.count
    let more =
      rest > 0 && !people.names.isEmpty ? " and \(NumberWords.words(Double(rest))) more" : ""
    let who = people.names.isEmpty ? "" : ": \(people.names.joined(separator: ", "))\(more)"
    return "\(count) \(verb)\(who)"
  }
}
