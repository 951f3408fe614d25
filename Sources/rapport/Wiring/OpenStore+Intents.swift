import RapportCore

extension OpenStore {
  /// The reason of that id, or a failure that names the nearest.
  func intent(_ text: String) throws(CommandFailure) -> Intent.ID {
    let known = definitions.intents.map(\.id.rawValue)
    if known.contains(text) { return Intent.ID(text) }
    let nearest = SpellingSuggestion.closest(to: text, among: known)
    throw CommandFailure(
      code: "no-intent",
      message: "no reason is called \"\(text)\"; "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "there are \(known.joined(separator: ", "))")
    )
  }
}
