/// One text as it would be said, over values that stand in for real ones.
///
/// Two ways where they differ: with everything known of the customer, and with nothing. What the tone
/// says in it is left out, and checked where it is defined.
struct SpokenText {
  /// Which step of the script; nil for the subject, and for what is in no script.
  var step: Int?
  /// From the file's root: `/steps/2/text/en`.
  var pointer: String
  var language: String
  var variants: [Prose]
  var mentions: [Template.Mention]
  var partials: [String]

  /// Nil where the text is no template, which `Tailor` names.
  init?(_ source: String, language: String, step: Int? = nil, pointer: String) {
    guard let parsed = try? Template(parsing: source) else { return nil }
    self.step = step
    self.pointer = pointer
    self.language = language
    mentions = parsed.variables
    partials = parsed.partials.map(\.name)
    let template = parsed.makingOptional(Template.callName)
    let environment = Self.environment { $0 == "apology" ? Self.apology : Self.seam }
    let known = Self.text(of: template, StandIn(isKnown: true), environment)
    variants = [Prose(known, language: language)]
    guard mentions.contains(where: { $0.use != .value || $0.name == Template.callName }) else {
      return
    }
    let unknown = Self.text(of: template, StandIn(isKnown: false), environment)
    if unknown != known { variants.append(Prose(unknown, language: language)) }
  }

  /// With everything known.
  var prose: Prose { variants[0] }

  /// Every language of a text, sorted.
  static func all(of text: LocalizedText, step: Int? = nil, at pointer: String) -> [SpokenText] {
    text.texts.sorted { $0.key < $1.key }.compactMap { language, source in
      SpokenText(source, language: language, step: step, pointer: "\(pointer)/\(language)")
    }
  }

  /// The words of a text in which a tone's phrases are said.
  static func words(
    _ template: Template,
    language: String,
    phrase: @escaping @Sendable (String) -> Template?
  ) -> Prose {
    Prose(
      text(of: template, StandIn(isKnown: true), environment(phrase)),
      language: language
    )
  }

  private static func text(
    of template: Template,
    _ data: StandIn,
    _ environment: TemplateEnvironment
  ) -> String {
    // What grows without end is named where it is rendered for a customer.
    ((try? template.render([.object(data)], in: environment)) ?? []).reduce(into: "") {
      text,
      span in
      switch span {
      case .text(let words, _): text += words
      case .hole: text.unicodeScalars.append(Prose.blank)
      }
    }
  }

  private static func environment(
    _ phrase: @escaping @Sendable (String) -> Template?
  ) -> TemplateEnvironment {
    TemplateEnvironment(escaping: .none, missing: .hole { $0 }, partial: phrase)
  }

  private static let seam = marker(Prose.seam)
  private static let apology = marker(Prose.apology)

  private static func marker(_ scalar: Unicode.Scalar) -> Template? {
    try? Template(parsing: String(Character(scalar)), origin: .tone)
  }
}

/// What every name of a template stands for: something, in one word, or a customer of whom nothing is
/// known.
private struct StandIn: TemplateObject {
  var isKnown: Bool

  func value(named name: String) -> TemplateValue? {
    isKnown || !["customer", "segment"].contains(name) ? .object(Known()) : .object(Unknown())
  }

  private struct Known: TemplateObject {
    func value(named name: String) -> TemplateValue? { .object(self) }
    var shown: String? { String(Character(Prose.blank)) }
  }

  private struct Unknown: TemplateObject {
    func value(named name: String) -> TemplateValue? { .missing }
  }
}
