import JSONLogic

extension StoreSettings {
  static let file = "store.json"

  /// Reads `store.json`; what is missing has a default.
  init(decoding documents: DefinitionDocuments, log: ProblemLog) {
    self.init(name: "rapport", company: "")
    let place = Place(file: Self.file, pointer: "")
    guard let document = documents.files[Self.file] else {
      if !documents.isDamaged(Self.file) {
        log.problems.append(
          Problem(
            .error,
            at: Place(file: Self.file),
            "the file is missing",
            remedy: "run rapport init"
          )
        )
      }
      return
    }
    guard let object = document.objectValue else {
      log.problems.append(
        Problem(.error, at: place, "\(document.briefly) where an object is wanted")
      )
      return
    }
    // The language first: plain texts are in it.
    let language = object["defaults"]?["language"]?.stringValue ?? language
    let fields = Fields(object, file: Self.file, language: language, log: log)
    format = fields.integer("format") ?? 1
    name = fields.plainText("name") ?? name
    readCompany(fields)
    goal = fields.goal("goal")
    readDefaults(fields)
    always = fields.objects("always").enumerated().map { Step($1, position: $0) }
    readThresholds(fields)
    _ = (fields.value("id"), fields.value("access"), fields.value("masking"))
    fields.finish()
  }

  /// The company is a name, or an object with one and whatever else scripts say of it.
  private mutating func readCompany(_ fields: Fields) {
    if let object = fields.object["company"]?.objectValue, let nested = fields.nested("company") {
      company = nested.required("name", nested.plainText) ?? name
      companyDetails = object
    } else {
      company = fields.text("company") ?? name
      companyDetails = ["name": .string(company)]
    }
  }

  private mutating func readDefaults(_ fields: Fields) {
    guard let defaults = fields.nested("defaults") else { return }
    language = defaults.text("language") ?? language
    timeZone = defaults.text("timeZone") ?? timeZone
    country = defaults.text("country")
    currency = defaults.text("currency")
    channel = defaults.word("channel") ?? channel
    tone = defaults.id("tone")
    defaults.finish()
  }

  private mutating func readThresholds(_ fields: Fields) {
    guard let table = fields.nested("thresholds") else { return }
    for key in table.object.keys {
      guard let value = table.number(key) else { continue }
      if Threshold(rawValue: key) == nil {
        let known = Threshold.allCases.map(\.rawValue)
        table.note(
          key,
          "unknown threshold \"\(key)\"",
          severity: .warning,
          remedy: SpellingSuggestion.question(key, among: known)
            ?? "known are \(known.joined(separator: ", "))"
        )
      }
      thresholds[key] = value
    }
  }
}

extension Fields {
  /// A goal is text, or an object with its measure.
  func goal(_ key: String) -> StoreSettings.Goal? {
    if let text = object[key]?.stringValue {
      _ = value(key)
      return StoreSettings.Goal(text: text)
    }
    guard let fields = nested(key) else { return nil }
    let goal = StoreSettings.Goal(
      text: fields.required("text", fields.plainText) ?? "",
      metric: fields.text("metric"),
      target: fields.number("target"),
      by: fields.date("by")
    )
    fields.finish()
    return goal
  }
}
