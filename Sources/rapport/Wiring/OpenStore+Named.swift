import RapportCore

/// Definitions by what somebody typed: the id, or a name that only one has.
extension OpenStore {
  func intent(_ text: String) throws(CommandFailure) -> Intent.ID {
    let titles = definitions.intents.map { ($0.id.rawValue, Array($0.title.texts.values)) }
    return Intent.ID(try named(text, among: titles, what: "reason", code: "no-intent"))
  }

  func segment(_ text: String) throws(CommandFailure) -> Segment.ID {
    let names = definitions.segments.map { ($0.id.rawValue, [$0.name]) }
    return Segment.ID(try named(text, among: names, what: "segment", code: "no-segment"))
  }

  func tone(_ text: String) throws(CommandFailure) -> Tone {
    let names = definitions.tones.map { ($0.id.rawValue, [$0.name]) }
    let id = try named(text, among: names, what: "tone", code: "no-tone")
    guard let tone = definitions.tones.first(where: { $0.id.rawValue == id }) else {
      throw CommandFailure(code: "no-tone", message: "no tone is called \"\(text)\"")
    }
    return tone
  }

  func service(_ text: String) throws(CommandFailure) -> Service {
    let names = definitions.services.map { ($0.id.rawValue, Array($0.name.texts.values)) }
    let id = try named(text, among: names, what: "service", code: "no-service")
    guard let service = definitions.services.first(where: { $0.id.rawValue == id }) else {
      throw CommandFailure(code: "no-service", message: "no service is called \"\(text)\"")
    }
    return service
  }

  func script(_ text: String) throws(CommandFailure) -> Script.ID {
    let titles = definitions.scripts.map { ($0.id.rawValue, Array($0.title.texts.values)) }
    return Script.ID(try named(text, among: titles, what: "script", code: "no-script"))
  }

  /// The id that `text` is, or the only one with that name; else a failure that names the nearest.
  private func named(
    _ text: String,
    among known: [(id: String, names: [String])],
    what: String,
    code: String
  ) throws(CommandFailure) -> String {
    if known.contains(where: { $0.id == text }) { return text }
    let wanted = text.lowercased()
    let same = known.filter { $0.names.contains { $0.lowercased() == wanted } }.map(\.id)
    if same.count == 1 { return same[0] }
    let ids = same.isEmpty ? known.map(\.id) : same
    let nearest = same.isEmpty ? SpellingSuggestion.closest(to: text, among: ids) : nil
    let all = ids.isEmpty ? "there is none" : "there are \(ids.joined(separator: ", "))"
    throw CommandFailure(
      code: code,
      message: "no \(what) is called \"\(text)\"; "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? all)
    )
  }
}
