import JSONLogic

extension StoreCheck {
  mutating func checkScripts() {
    for script in definitions.scripts {
      let file = "scripts/\(script.id).json"
      if !script.intent.rawValue.isEmpty {
        checkReference(
          script.intent,
          among: definitions.intents.map(\.id),
          "reason",
          file,
          "/intent"
        )
      }
      checkReferences(
        script.segments,
        among: definitions.segments.map(\.id),
        "segment",
        file,
        "/segments"
      )
      checkReferences(script.tones, among: definitions.tones.map(\.id), "tone", file, "/tones")
      if let rule = script.condition { checkRule(rule, file, ["condition"]) }
      var asks: Set<String> = []
      for (position, ask) in script.asks.enumerated() where !asks.insert(ask.id).inserted {
        note(file, "/asks/\(position)/id", "\"\(ask.id)\" is asked twice")
      }
      if script.steps.isEmpty { note(file, "/steps", "a script without steps") }
      checkSteps(script.steps, file, "/steps", isScript: true)
      let languages = script.languages
      if languages.isEmpty, !script.steps.isEmpty {
        note(
          file,
          "/steps",
          "no language has every step, so it is never shown",
          remedy: "translate the missing ones"
        )
      }
      if script.channels.contains(.email), script.subject == nil {
        warn(file, "/subject", "an e-mail without a subject")
      }
    }
  }

  mutating func checkSteps(_ steps: [Step], _ file: String, _ pointer: String, isScript: Bool) {
    let ids = Set(steps.map(\.id))
    var seen: Set<String> = []
    for (position, step) in steps.enumerated() {
      let place = "\(pointer)/\(position)"
      if !seen.insert(step.id).inserted {
        note(file, "\(place)/id", "the step \"\(step.id)\" is there twice")
      }
      for (index, path) in step.needs.enumerated() {
        checkPath(path, file, "\(place)/needs/\(index)")
      }
      if step.kind == .verify, step.needs.isEmpty {
        warn(file, place, "nothing to compare", remedy: "list attributes in \"needs\"")
      }
      if step.kind == .choose, step.next.isEmpty {
        note(file, "\(place)/next", "a choice without branches")
      }
      for (index, branch) in step.next.enumerated() where !ids.contains(branch.to) {
        note(
          file,
          "\(place)/next/\(index)/to",
          "there is no step \"\(branch.to)\"",
          remedy: SpellingSuggestion.question(branch.to, among: ids)
        )
      }
      let language = definitions.settings.language
      if !isScript, step.text.text(in: language) == nil {
        note(file, "\(place)/text", "no text in \"\(language)\", the store's language")
      }
    }
  }

  mutating func checkTones() {
    guard let tone = definitions.tones.first(where: { $0.id == definitions.settings.tone }) else {
      return
    }
    // Other tones fall back to the default one, which has nothing to fall back to.
    let languages = Set(definitions.scripts.flatMap(\.languages))
    for language in languages.union([definitions.settings.language]).sorted() {
      let phrases = tone.phrases[language] ?? tone.phrases[LocalizedText.base(of: language)] ?? [:]
      for name in ["greeting", "apology", "hold", "closing"] where phrases[name] == nil {
        warn(
          "tones/\(tone.id).json",
          "/phrases/\(language)",
          "the default tone has no \(name) in \"\(language)\", which leaves a blank in scripts"
        )
      }
    }
  }
}

extension Script {
  /// The languages that every step has a text in.
  package var languages: Set<String> {
    let texts = steps.map(\.text.texts).filter { !$0.isEmpty }
    guard let first = texts.first else { return [] }
    return texts.dropFirst().reduce(Set(first.keys)) { $0.intersection($1.keys) }
  }
}
