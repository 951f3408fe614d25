/// What a script asks for, includes and gives away.
extension ScriptReview {
  /// What the agent is asked for and no text says.
  mutating func checkAsks() {
    guard !script.asks.isEmpty else { return }
    var used = Set(texts.flatMap { $0.mentions.map(\.name) })
    // A note to the agent, and a phrase of a tone, may say it too.
    for step in script.steps where step.kind == .do {
      used.formUnion(SpokenText.all(of: step.text, at: "").flatMap { $0.mentions.map(\.name) })
    }
    used.formUnion(check.askedByPhrases)
    for (position, ask) in script.asks.enumerated()
    where !used.contains("ask.\(ask.id)") && !used.contains(ask.id) {
      review.find(
        .unusedAsk,
        at: "/asks/\(position)",
        quote: ask.id,
        "the agent is asked for \"\(ask.id)\", and no text says it",
        "write {{ask.\(ask.id)}} where it belongs, or do not ask"
      )
    }
  }

  /// Phrases of the store's own that its tones do not have in the language, so that a blank stays.
  mutating func checkPhrases() {
    for text in texts {
      for phrase in Set(text.partials).subtracting(ScriptCheck.usualPhrases).sorted()
      where check.hasPhrase(phrase) {
        let silent = speakers.filter {
          check.phrases(of: $0.tone, $0.channel, text.language)[phrase] == nil
        }
        guard !silent.isEmpty else { continue }
        review.find(
          .missingPhrase,
          at: text.pointer,
          quote: "{{> \(phrase)}}",
          "the tone \(silent.names) has no \(phrase) in \"\(text.language)\", which leaves a blank",
          "add it to the default tone, which the others fall back to"
        )
      }
    }
  }

  // MARK: social

  /// Personal data in what everybody can read, and questions for it.
  mutating func checkSocial() {
    guard script.serves(.social) else { return }
    let whole =
      script.channels.isEmpty ? "it serves every channel, and social is public" : "social is public"
    for text in texts {
      var named: Set<String> = []
      for mention in text.mentions
      where isPersonal(mention.name) && named.insert(mention.name).inserted {
        review.find(
          .personalData,
          as: .error,
          at: text.pointer,
          quote: "{{\(mention.name)}}",
          "\"{{\(mention.name)}}\" tells of a person, and \(whole)",
          "leave it out, or move to a private message first"
        )
      }
    }
    for (position, step) in script.steps.enumerated() where step.kind == .verify {
      guard let path = step.needs.first(where: { check.isPersonal($0) }) else { continue }
      review.find(
        .personalData,
        as: .error,
        at: "/steps/\(position)/needs",
        quote: path,
        "it asks for \"\(path)\", and \(whole)",
        "move to a private message first"
      )
    }
  }

  private func isPersonal(_ name: String) -> Bool {
    guard name.hasPrefix("ask.") else { return check.isPersonal(variable: name) }
    let id = name.dropFirst(4)
    return script.asks.first { $0.id == id }?.identifies ?? false
  }
}

extension ScriptCheck {
  private static let roots: Set = [
    "customer", "agent", "company", "ask", "service", "segment", "now",
  ]
  static let usualPhrases: Set = ["greeting", "apology", "hold", "closing"]

  /// Whether any tone has a phrase of that name.
  func hasPhrase(_ name: String) -> Bool {
    definitions.tones.contains { tone in
      tone.phrases.values.contains { $0[name] != nil }
        || tone.channels.values.contains { $0.phrases.values.contains { $0[name] != nil } }
    }
  }

  /// The values that phrases of tones ask for, such as `ask.orderNumber`.
  var askedByPhrases: Set<String> {
    var names: Set<String> = []
    for tone in definitions.tones {
      let all = Array(tone.phrases.values) + tone.channels.values.flatMap(\.phrases.values)
      for source in all.flatMap(\.values) where source.contains("ask.") {
        names.formUnion((try? Template(parsing: source))?.variables.map(\.name) ?? [])
      }
    }
    return names
  }

  /// Whether an attribute tells one person from others: it is marked personal, or searched on Find.
  func isPersonal(_ path: String) -> Bool {
    guard let attribute = definitions.catalog[path] else { return path.hasPrefix("name.") }
    return attribute.personal || attribute.find
  }

  /// Whether a variable of a template says so; what the customer is called does not.
  ///
  /// One without a root may stand in a section of the customer or of their name, and counts as theirs.
  func isPersonal(variable name: String) -> Bool {
    guard name.hasPrefix("customer.") else {
      let root = name.prefix { $0 != "." }
      guard !root.isEmpty, !Self.roots.contains(String(root)) else { return false }
      return isPersonal(variable: "customer.\(name)") || ["family", "full"].contains(name)
    }
    let path = String(name.dropFirst("customer.".count))
    switch path {
    case "callName", "name.given", "name.preferred", "name.salutation": return false
    case "id", "email", "phone": return true
    default: return isPersonal(path)
    }
  }
}

extension Script.Ask {
  /// Whether its value points at one person: as the script says, else where it looks like the number of
  /// an order, a contract or an account, or like an address.
  var identifies: Bool {
    if let personal { return personal }
    if let pattern, pattern.contains("[0-9]") || pattern.contains("\\d") { return true }
    let names = [id.lowercased()] + label.texts.values.map { $0.lowercased() }
    return names.contains { name in Self.marks.contains { name.contains($0) } }
  }

  private static let marks = [
    "number", "nummer", "numéro", "número", "numero", "phone", "telefon", "mail", "address",
    "adresse", "dirección", "postcode", "iban", "birth", "geburt",
  ]
}
