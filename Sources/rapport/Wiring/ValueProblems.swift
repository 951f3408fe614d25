import JSONLogic
import RapportCore

/// What is wrong with the values of a command's options, gathered so that all are told at once.
struct ValueProblems {
  private var problems: [(option: String, message: String)] = []

  mutating func note(_ option: String, _ message: String) { problems.append((option, message)) }

  /// The value of that name; a problem that names the nearest where there is none.
  mutating func choose(_ option: String, _ text: String?, among names: [String]) -> String? {
    guard let text else { return nil }
    if names.contains(text) { return text }
    let meant = SpellingSuggestion.question(text, among: names)
    let there = names.isEmpty ? "there are none" : "there are \(names.joined(separator: ", "))"
    note(option, "there is no \"\(text)\"; \(meant ?? there)")
    return nil
  }

  mutating func choose<Value: RawRepresentable<String> & CaseIterable>(
    _ option: String,
    _ text: String?,
    of type: Value.Type
  ) -> Value? {
    choose(option, text, among: type.allCases.map(\.rawValue)).flatMap { Value(rawValue: $0) }
  }

  /// A whole number of a range.
  mutating func number(_ option: String, _ text: String?, in range: ClosedRange<Int>) -> Int? {
    guard let text else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    let wanted =
      range.upperBound == .max
      ? ", \(range.lowerBound) or more" : " from \(range.lowerBound) to \(range.upperBound)"
    note(option, "\"\(text)\" is no whole number\(wanted)")
    return nil
  }

  /// Throws where there is a problem.
  func check() throws(CommandFailure) {
    guard !problems.isEmpty else { return }
    throw CommandFailure(
      code: "values",
      message: problems.map { "\($0.option): \($0.message)" }.joined(separator: "\n"),
      details: [
        "problems": .array(
          problems.map { ["option": .string($0.option), "message": .string($0.message)] }
        )
      ]
    )
  }
}
