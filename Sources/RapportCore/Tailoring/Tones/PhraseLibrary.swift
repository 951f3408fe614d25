/// The phrases of all tones, parsed once and found again by their text.
struct PhraseLibrary: Sendable {
  private(set) var problems: [Problem] = []
  private var templates: [String: Template] = [:]

  init(_ tones: [Tone]) {
    for tone in tones {
      let file = "tones/\(tone.id).json"
      add(tone.phrases, under: tone.phrases, at: Place(file: file, pointer: "/phrases"))
      for (channel, variant) in tone.channels {
        let place = Place(file: file, pointer: "/channels/\(channel.rawValue)/phrases")
        add(variant.phrases, under: tone.phrases, at: place)
      }
    }
  }

  /// Nil where the text is no template; `problems` says why.
  subscript(source: String) -> Template? { templates[source] }

  /// Phrases by language; `general` are those of the tone, which those of a channel may include.
  private mutating func add(
    _ byLanguage: [String: [String: String]],
    under general: [String: [String: String]],
    at place: Place
  ) {
    for (language, texts) in byLanguage {
      for (name, text) in texts { add(text, at: place, language, name) }
      let included = (general[language] ?? [:]).merging(texts) { _, new in new }
      let parsed = included.compactMapValues { templates[$0] }
      for cycle in PartialCycles.find(in: parsed) {
        guard let own = cycle.first(where: { texts[$0] != nil }) else { continue }
        let path = (cycle + cycle.prefix(1)).joined(separator: " -> ")
        problems.append(
          Problem(
            .error,
            at: place.appending(language, own),
            "the phrases include each other without end: \(path)",
            remedy: "remove one of the {{> ...}}"
          )
        )
      }
    }
  }

  private mutating func add(_ source: String, at place: Place, _ language: String, _ name: String) {
    guard templates[source] == nil else { return }
    do throws(TemplateError) {
      let template = try Template(parsing: source, origin: .tone)
      templates[source] = template.makingOptional(Template.callName)
    } catch {
      problems.append(Problem(error, at: place.appending(language, name)))
    }
  }
}
