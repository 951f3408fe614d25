import JSONLogic

extension StoreCheck {
  mutating func checkSettings() {
    let settings = definitions.settings
    let file = StoreSettings.file
    guard definitions.documents.files[file] != nil else { return }
    if settings.format > StoreSettings.latestFormat {
      warn(
        file,
        "/format",
        "format \(settings.format) is newer than this program",
        remedy: "it is only read; update rapport to change it"
      )
    }
    if settings.goal == nil {
      warn(file, "", "no goal", remedy: "say what the segments are for: {\"text\": ...}")
    }
    checkLanguage(settings.language, file, "/defaults/language")
    checkZone(settings.timeZone, file, "/defaults/timeZone")
    if let currency = settings.currency, !Self.isCode(currency, length: 3) {
      note(file, "/defaults/currency", "\"\(currency)\" is no currency", remedy: "such as \"EUR\"")
    }
    if let country = settings.country, !Self.isCode(country, length: 2) {
      note(file, "/defaults/country", "\"\(country)\" is no country", remedy: "such as \"DE\"")
    }
    if settings.tone == nil {
      note(file, "/defaults", "no default tone", remedy: "name one in \"tone\"")
    }
    checkReference(
      settings.tone,
      among: definitions.tones.map(\.id),
      "tone",
      file,
      "/defaults/tone"
    )
    checkSteps(settings.always, file, "/always", isScript: false)
  }

  private static func isCode(_ text: String, length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  mutating func checkAgents() {
    let file = "agents.json"
    checkDuplicates(definitions.agents.map(\.id.rawValue), file, "id")
    for (position, agent) in definitions.agents.enumerated() {
      if !Slug.isWellFormed(agent.id.rawValue) {
        note(
          file,
          "/\(position)/id",
          "\"\(agent.id)\" is no id",
          remedy: "small letters, digits and hyphens"
        )
      }
      for (index, language) in agent.languages.enumerated() {
        checkLanguage(language, file, "/\(position)/languages/\(index)")
      }
    }
  }

  mutating func checkCatalog() {
    let file = "attributes.json"
    let items = definitions.documents.files[file]?.arrayValue ?? []
    checkDuplicates(items.map { $0["path"]?.stringValue ?? "" }, file, "path")
    let families = Family.allCases.map(\.rawValue)
    for (position, item) in items.enumerated() {
      guard let path = item["path"]?.stringValue, !Attribute.builtInPaths.contains(path) else {
        continue
      }
      let parts = path.split(separator: ".", omittingEmptySubsequences: false)
      guard let family = parts.first, families.contains(String(family)), parts.count > 1,
        parts.allSatisfy({ !$0.isEmpty })
      else {
        let first = String(parts.first ?? "")
        note(
          file,
          "/\(position)/path",
          "\"\(path)\" is in no family",
          remedy: SpellingSuggestion.question(first, among: families)
            ?? "begin it with one of \(families.joined(separator: ", "))"
        )
        continue
      }
    }
  }

  mutating func checkIntents() {
    let file = "intents.json"
    checkDuplicates(definitions.intents.map(\.id.rawValue), file, "id")
    for (position, intent) in definitions.intents.enumerated() {
      if !Slug.isWellFormed(intent.id.rawValue) {
        note(
          file,
          "/\(position)/id",
          "\"\(intent.id)\" is no id",
          remedy: "small letters, digits and hyphens"
        )
      }
      if !definitions.scripts.contains(where: { $0.intent == intent.id }) {
        warn(file, "/\(position)", "no script serves the reason \"\(intent.id)\"")
      }
    }
  }
}
