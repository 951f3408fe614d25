import RapportCore

/// What it does to the customers that a segment comes into use or goes out of it.
struct StatusTurn: Sendable {
  /// So many of them are named.
  static let samples = 3

  var status: Segment.Status
  var customers: Int
  /// Some of them.
  var names: [String]

  /// The change as agents see it; nil where a draft stays in use, or out of it.
  static func change(of trial: Trial) -> SegmentsChange? {
    guard trial.draft.reference.kind == .segment, trial.draft.base != nil else { return nil }
    let change = SegmentsChange(trial.change).seen
    guard let pair = change.pairs.first, let before = pair.before, let after = pair.after,
      (before.status == .active) != (after.status == .active)
    else { return nil }
    return change
  }

  /// `125 belong and fall out: Kiefer Optik GmbH, Jonas Weber, Yusuf Kaya and 122 more`.
  var words: String {
    let count = NumberWords.words(Double(customers))
    let verb =
      switch (status == .active, customers == 1) {
      case (true, true): "comes in"
      case (true, false): "come in"
      case (false, true): "falls out"
      case (false, false): "fall out"
      }
    guard customers > 0 else { return "nobody \(status == .active ? "comes in" : "falls out")" }
    let rest = customers - names.count
    let more = rest > 0 && !names.isEmpty ? " and \(NumberWords.words(Double(rest))) more" : ""
    let who = names.isEmpty ? "" : ": \(names.joined(separator: ", "))\(more)"
    return "\(count) \(verb)\(who)"
  }
}
