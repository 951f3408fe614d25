import Synchronization

/// The patterns of ask values, each compiled when it is first wanted (which takes about a millisecond).
final class AskPatterns: Sendable {
  private let compiled = Mutex<[String: Pattern?]>([:])

  /// Nil where the ask has no pattern, or one that cannot be used.
  subscript(ask: Script.Ask) -> Pattern? {
    guard let source = ask.pattern else { return nil }
    return compiled.withLock { compiled in
      if let known = compiled[source] { return known }
      let pattern = try? Pattern(source)  // why not is told by `problems`
      compiled[source] = .some(pattern)
      return pattern
    }
  }

  /// The patterns that cannot be used; compiles all of them.
  func problems(of scripts: [Script]) -> [Problem] {
    scripts.flatMap { script in
      script.asks.enumerated().compactMap { position, ask in
        guard let source = ask.pattern, self[ask] == nil else { return nil }
        return Self.problem(source, Place(file: "scripts/\(script.id).json"), position)
      }
    }
  }

  private static func problem(_ source: String, _ file: Place, _ position: Int) -> Problem? {
    do throws(Pattern.Malformed) {
      _ = try Pattern(source)
      return nil
    } catch {
      return Problem(
        .error,
        at: file.appending("asks", "\(position)", "pattern"),
        "the pattern cannot be used: \(error)",
        remedy: "write it in RE2's dialect, such as [A-Z]{2}-[0-9]{6}"
      )
    }
  }
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
