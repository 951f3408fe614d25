import ArgumentParser
import RapportCore

/// Which script, and what fills its blanks.
struct ScriptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The script of this id instead of the best one.", valueName: "id")
  )
  var script: String?

  @Option(help: ArgumentHelp("A value for a blank; may be repeated.", valueName: "name=value"))
  var ask: [String] = []

  func validate() throws {
    for pair in ask where Self.parts(pair) == nil {
      throw ValidationError("--ask wants NAME=VALUE, not \"\(pair)\"")
    }
  }

  /// Adds the choice to what guidance depends on.
  func complete(_ situation: inout Situation, in store: OpenStore) throws(CommandFailure) {
    if let script { situation.script = try store.script(script) }
    for pair in ask {
      guard let (name, value) = Self.parts(pair) else { continue }
      situation.asks[name] = value
    }
  }

  /// Refuses values that the script that was chosen has no use for, or that are not what it asks.
  ///
  /// A name with a dot fills any blank by its path.
  func check(_ script: RenderedScript, by tailor: Tailor) throws(CommandFailure) {
    let asks = script.script.asks
    for pair in ask {
      guard let (name, value) = Self.parts(pair), !name.contains(where: { ".>".contains($0) })
      else { continue }
      guard let ask = asks.first(where: { $0.id == name }) else {
        let known = asks.map(\.id)
        let names =
          known.isEmpty ? "it asks for nothing" : "it asks for \(known.joined(separator: ", "))"
        throw CommandFailure(
          code: "ask",
          message: "the script \"\(script.script.id)\" does not ask for \"\(name)\"; "
            + (SpellingSuggestion.question(name, among: known) ?? names)
        )
      }
      guard !tailor.accepts(value, for: ask) else { continue }
      throw CommandFailure(
        code: "ask",
        message: "\"\(value)\" is no \(name)"
          + (ask.pattern.map { "; it is written as \($0)" } ?? "")
      )
    }
  }

  private static func parts(_ pair: String) -> (name: String, value: String)? {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
