import JSONLogic

extension StoreCheck {
  mutating func checkTemplates() {
    let names = TemplateNames(definitions)
    for step in definitions.settings.always.enumerated() {
      checkTexts(step.element.text, names, StoreSettings.file, "/always/\(step.offset)/text")
    }
    for tone in definitions.tones {
      let file = "tones/\(tone.id).json"
      checkPhrases(tone.phrases, names, file, "/phrases")
      for (channel, variant) in tone.channels {
        checkPhrases(variant.phrases, names, file, "/channels/\(channel.rawValue)/phrases")
      }
    }
    for service in definitions.services {
      let file = "services/\(service.id).json"
      if let offer = service.offer { checkTexts(offer, names, file, "/offer") }
      if let text = service.whenClosed { checkTexts(text, names, file, "/whenClosed") }
    }
    for script in definitions.scripts {
      let file = "scripts/\(script.id).json"
      var names = names
      names.asks = Set(script.asks.map(\.id))
      if let subject = script.subject { checkTexts(subject, names, file, "/subject") }
      for (position, step) in script.steps.enumerated() {
        checkTexts(step.text, names, file, "/steps/\(position)/text")
      }
    }
  }

  private mutating func checkPhrases(
    _ phrases: [String: [String: String]],
    _ names: TemplateNames,
    _ file: String,
    _ pointer: String
  ) {
    for (language, texts) in phrases {
      for (name, text) in texts {
        let place = JSONPointer([language, name]).description
        checkTemplate(text, names, file, pointer + place)
      }
    }
  }

  private mutating func checkTexts(
    _ text: LocalizedText,
    _ names: TemplateNames,
    _ file: String,
    _ pointer: String
  ) {
    for (language, source) in text.texts {
      checkTemplate(source, names, file, "\(pointer)/\(language)")
    }
  }

  /// Names that nothing will ever fill; a template that cannot be parsed is named by `Tailor`.
  private mutating func checkTemplate(
    _ source: String,
    _ names: TemplateNames,
    _ file: String,
    _ pointer: String
  ) {
    guard let template = try? Template(parsing: source) else { return }
    let sections = template.variables.filter { $0.use == .section }.map(\.name)
    for mention in template.variables where !names.knows(mention.name, inside: sections) {
      note(
        file,
        pointer,
        "line \(mention.line), column \(mention.column): unknown variable \"\(mention.name)\"",
        remedy: names.remedy(mention.name)
      )
    }
    for mention in template.partials where !names.phrases.contains(mention.name) {
      note(
        file,
        pointer,
        "line \(mention.line), column \(mention.column): unknown phrase \"\(mention.name)\"",
        remedy: SpellingSuggestion.question(mention.name, among: names.phrases)
          ?? "known are \(names.phrases.sorted().joined(separator: ", "))"
      )
    }
  }
}
