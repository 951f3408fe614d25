import TestSupport

/// What keys send.
enum Typing {
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let down = "\u{1B}[B"
  static let deleteWord = "\u{17}"
  static let suspend = "\u{1A}"
  static let find = "\u{1B}OQ"
  static let desk = "\u{1B}OR"
}

extension PseudoTerminal {
  /// Types a query and waits for its first hit, which is selected.
  func find(_ query: String, showing name: String) throws {
    send(query)
    try wait(for: "the hit \(name)") {
      $0.lines[1].contains("> \(query)") && $0.text.contains("▌\(name)")
    }
  }

  /// Opens the customer with an id, whom `query` finds alone.
  func openCustomer(_ id: String, _ query: String) throws {
    send(query)
    try wait(for: "one hit of \(query)") {
      $0.lines[1].contains("> \(query)") && $0.lines[1].contains("1 of ")
    }
    send(Typing.enter)
    try wait(for: "the card of \(id)") { $0.lines[2].contains(id) }
  }

  /// Makes the card in front a contact about what the caller says.
  func choose(reason words: String, titled title: String) throws {
    send("i")
    try wait(forText: "Reason: what does the caller say?")
    send(words)
    try wait(for: "the reason \(title)") {
      $0.text.contains("> \(words)") && $0.text.contains("▌\(title)")
    }
    send(Typing.enter)
    try wait(for: "a script") { $0.text.contains(", step 1 of ") && !$0.text.contains("Reason:") }
  }

  /// The texts put on the clipboard by OSC 52, decoded.
  var copiedTexts: [String] { screen.copied.map { Base64Text.decode($0) } }
}
