/// Puts the store's own steps into a script.
///
/// One whose id the script has too takes that place, so that a script may move it but not reword or drop
/// it. Of the others, those for the start follow the opening (the step that greets), so that nobody is
/// asked for a postcode before being greeted; those for the end stand before the closing.
enum AlwaysSteps {
  static func insert(_ always: [Step], into steps: [Step]) -> [(step: Step, always: Bool)] {
    guard !always.isEmpty else { return steps.map { ($0, false) } }
    let own = Dictionary(always.map { ($0.id, $0) }) { first, _ in first }
    var result = steps.map { step in own[step.id].map { ($0, true) } ?? (step, false) }
    let placed = Set(steps.map(\.id))
    let missing = always.filter { !placed.contains($0.id) }
    let end = steps.last?.mentions("closing") ?? false ? steps.count - 1 : steps.count
    result.insert(contentsOf: missing.filter { $0.at == .end }.map { ($0, true) }, at: end)
    let opening = steps.first?.mentions("greeting") ?? false ? 1 : 0
    let start = min(opening, end)
    result.insert(contentsOf: missing.filter { $0.at == .start }.map { ($0, true) }, at: start)
    return result.map { (step: $0.0, always: $0.1) }
  }
}

extension Step {
  /// Whether it is said and includes the phrase, in any language.
  func mentions(_ phrase: String) -> Bool {
    kind == .say
      && text.texts.values.contains { text in
        text.contains("{{>\(phrase)}}") || text.contains("{{> \(phrase)}}")
          || text.contains("{{> \(phrase) }}")
      }
  }
}
