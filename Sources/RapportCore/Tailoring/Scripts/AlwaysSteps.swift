/// Puts the store's own steps into a script.
///
/// One whose id the script has too takes that place, so that a script may move it but not reword or drop
/// it. Of the others, those for the start follow the opening (the step that greets), so that nobody is
/// asked for a postcode before being greeted; those for the end stand before the closing.
enum AlwaysSteps {
  static func insert(_ always: [PreparedStep], into steps: [PreparedStep]) -> [PreparedStep] {
    guard !always.isEmpty else { return steps }
    let own = Dictionary(always.map { ($0.step.id, $0) }) { first, _ in first }
    var result = steps.map { own[$0.step.id] ?? $0 }
    let placed = Set(steps.map(\.step.id))
    let missing = always.filter { !placed.contains($0.step.id) }
    let end = steps.last?.says("closing") ?? false ? steps.count - 1 : steps.count
    result.insert(contentsOf: missing.filter { $0.step.at == .end }, at: end)
    let start = min(opening(of: steps), end)
    result.insert(contentsOf: missing.filter { $0.step.at == .start }, at: start)
    return result
  }

  /// The position after the step that greets; 0 where the first one does not.
  static func opening(of steps: [PreparedStep]) -> Int {
    steps.first?.says("greeting") ?? false ? 1 : 0
  }
}
