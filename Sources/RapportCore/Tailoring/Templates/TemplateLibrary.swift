/// The templates of a store, parsed once and found again by their text.
struct TemplateLibrary: Sendable {
  /// The name in a form of address that phrases and scripts can do without.
  static let callName = "customer.callName"
  static let apology = "{{> apology}}"

  private(set) var problems: [Problem] = []
  private var scripts: [String: Template] = [:]
  private var phrases: [String: Template] = [:]

  init(_ definitions: Definitions) {
    add(Self.apology, .script, at: Place(file: "store.json"))
    for tone in definitions.tones { add(tone) }
    for script in definitions.scripts { add(script) }
    for service in definitions.services { add(service) }
    for (position, step) in definitions.settings.always.enumerated() {
      add(step.text, at: Place(file: "store.json", pointer: "/always/\(position)/text"))
    }
  }

  /// Nil where the text is no template; `problems` says why.
  func script(_ source: String) -> Template? { scripts[source] }
  func phrase(_ source: String) -> Template? { phrases[source] }

  private mutating func add(_ script: Script) {
    let file = "scripts/\(script.id).json"
    if let subject = script.subject { add(subject, at: Place(file: file, pointer: "/subject")) }
    for (position, step) in script.steps.enumerated() {
      add(step.text, at: Place(file: file, pointer: "/steps/\(position)/text"))
    }
  }

  private mutating func add(_ service: Service) {
    let file = "services/\(service.id).json"
    if let offer = service.offer { add(offer, at: Place(file: file, pointer: "/offer")) }
    if let text = service.whenClosed { add(text, at: Place(file: file, pointer: "/whenClosed")) }
  }

  private mutating func add(_ tone: Tone) {
    let file = "tones/\(tone.id).json"
    add(tone.phrases, under: tone.phrases, at: Place(file: file, pointer: "/phrases"))
    for (channel, variant) in tone.channels {
      let place = Place(file: file, pointer: "/channels/\(channel.rawValue)/phrases")
      add(variant.phrases, under: tone.phrases, at: place)
    }
  }

  /// Phrases by language; `general` are those of the tone, which those of a channel may include.
  private mutating func add(
    _ byLanguage: [String: [String: String]],
    under general: [String: [String: String]],
    at place: Place
  ) {
    for (language, texts) in byLanguage {
      for (name, text) in texts { add(text, .tone, at: place.appending(language, name)) }
      let included = (general[language] ?? [:]).merging(texts) { _, new in new }
      let parsed = included.compactMapValues { phrases[$0] }
      for cycle in PartialCycles.find(in: parsed) where cycle.contains(where: { texts[$0] != nil })
      {
        let path = (cycle + cycle.prefix(1)).joined(separator: " -> ")
        problems.append(
          Problem(
            .error,
            at: place.appending(language, cycle.first { texts[$0] != nil } ?? ""),
            "the phrases include each other without end: \(path)",
            remedy: "remove one of the {{> ...}}"
          )
        )
      }
    }
  }

  private mutating func add(_ text: LocalizedText, at place: Place) {
    for (language, source) in text.texts { add(source, .script, at: place.appending(language)) }
  }

  private mutating func add(_ source: String, _ origin: TemplateSpan.Origin, at place: Place) {
    do throws(TemplateError) {
      let template = try Template(parsing: source, origin: origin).makingOptional(Self.callName)
      if origin == .tone { phrases[source] = template } else { scripts[source] = template }
    } catch {
      problems.append(
        Problem(
          .error,
          at: place,
          "line \(error.line), column \(error.column): \(error.message)",
          remedy: error.remedy
        )
      )
    }
  }
}

extension Place {
  fileprivate func appending(_ keys: String...) -> Place {
    var place = self
    place.pointer = keys.reduce(pointer ?? "") { pointer, key in
      pointer + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    }
    return place
  }
}
