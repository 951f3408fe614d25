/// The patterns of ask values, compiled once.
struct AskPatterns: Sendable {
  private(set) var problems: [Problem] = []
  private var compiled: [String: Pattern] = [:]

  init(_ scripts: [Script]) {
    for script in scripts {
      for (position, ask) in script.asks.enumerated() {
        guard let source = ask.pattern, compiled[source] == nil else { continue }
        do throws(Pattern.Malformed) {
          compiled[source] = try Pattern(source)
        } catch {
          problems.append(
            Problem(
              .error,
              at: Place(file: "scripts/\(script.id).json", pointer: "/asks/\(position)/pattern"),
              "the pattern cannot be used: \(error)",
              remedy: "write it in RE2's dialect, such as [A-Z]{2}-[0-9]{6}"
            )
          )
        }
      }
    }
  }

  subscript(ask: Script.Ask) -> Pattern? { ask.pattern.flatMap { compiled[$0] } }
}

/// An ask value found in what the caller wrote.
package struct RecognizedValue: Sendable, Hashable {
  package var ask: Script.Ask
  /// Each different one, in the order of the text.
  package var values: [String]

  package init(ask: Script.Ask, values: [String]) {
    self.ask = ask
    self.values = values
  }
}

extension Tailor {
  /// The values of a script's asks that stand in `text`, by their patterns; to be offered, never filled
  /// in silently.
  package func recognize(in text: String, for script: Script) -> [RecognizedValue] {
    script.asks.compactMap { ask in
      guard let pattern = patterns[ask] else { return nil }
      var values: [String] = []
      for match in pattern.occurrences(in: text) where !values.contains(String(match)) {
        values.append(String(match))
      }
      return values.isEmpty ? nil : RecognizedValue(ask: ask, values: values)
    }
  }

  /// Whether `value` is what the ask wants; anything but blank where it has no pattern.
  package func accepts(_ value: String, for ask: Script.Ask) -> Bool {
    patterns[ask]?.matches(value) ?? (value.nonBlank != nil)
  }
}
