import TestSupport

/// Types queries on Find, one key after the other.
struct FindBenchmark {
  let session: ScreenSession
  let customers: Int

  /// The keystrokes of the queries that were answered right, and the texts of the others.
  func run(_ queries: [DrawnQuery]) throws -> (figures: KeystrokeFigures, wrong: [String]) {
    var figures = KeystrokeFigures()
    var wrong: [String] = []
    for query in queries {
      let keystrokes = try type(query)
      if let keystrokes { figures.add(keystrokes) } else { wrong.append(query.text) }
      _ = try session.pressEscape()
      try session.wait(for: "an empty field", until: Self.isEmpty)
    }
    guard wrong.count * 10 <= queries.count else {
      throw ScreensError.failed("finding \(wrong.joined(separator: ", "))")
    }
    return (figures, wrong)
  }

  /// Nil where the screen does not show what was asked.
  private func type(_ query: DrawnQuery) throws -> KeystrokeFigures? {
    var figures = KeystrokeFigures()
    var typed = ""
    for character in query.text {
      typed.append(character)
      figures.add(try session.press(String(character)))
      guard isAnswered(query, typed) else { return nil }
    }
    return figures
  }

  /// Whether nothing has been typed yet.
  static func isEmpty(_ screen: ScreenModel) -> Bool { screen.lines[1].hasPrefix(" > name,") }

  /// How many customers the program knows, once it has read all of them.
  static func census(_ screen: ScreenModel) -> Int? {
    let words = screen.lines[1].split(separator: " ").suffix(2)
    return words.last == "customers" ? words.first.flatMap(number) : nil
  }

  /// Whether the answer is about all that was typed, from all customers, and in the end has the
  /// caller in it.
  private func isAnswered(_ query: DrawnQuery, _ typed: String) -> Bool {
    let screen = session.screen
    let line = screen.lines[1]
    let words = line.split(separator: " ")
    guard line.hasPrefix(" > " + typed.split(separator: " ").joined(separator: " ")),
      Self.census(screen) == customers, words.count > 4, words[words.count - 3] == "of",
      let count = Self.number(words[words.count - 4])
    else { return false }
    let rows = screen.lines[3..<22]
    // The first digits of the end of a number are not an end, and long lists go on below.
    guard typed == query.text, count <= rows.count else { return true }
    return rows.contains { $0.contains(query.name.prefix(6)) }
  }

  private static func number(_ text: Substring) -> Int? { Int(text.filter { $0 != "," }) }
}
