extension Attribute {
  /// What the journals tell of a customer, and how old dates are, as every catalog declares it.
  ///
  /// Used in rules like any other; what a store declares or keeps at one of these paths wins.
  ///
  /// - Parameter declared: the store's own attributes, whose dates get ages in days and years.
  /// - Returns: the attributes, each with its `derivation`.
  package static func derived(from declared: [Attribute]) -> [Attribute] {
    journal
      + declared.filter { $0.kind == .date }.flatMap { date in
        [
          age(of: date, .days(since: date.path), "Days", ["en": "days", "de": "Tage"]),
          age(of: date, .years(since: date.path), "Years", ["en": "years", "de": "Jahre"]),
        ]
      }
  }

  /// The windows, in days, in which contacts are counted.
  package static let contactWindows = [30, 90, 365]

  private static var journal: [Attribute] {
    var attributes = contactWindows.map { days in
      derived(
        "contacts\(days)",
        .contacts(days: days),
        .integer,
        "contacts in \(days) days",
        "Kontakte in \(days) Tagen"
      )
    }
    attributes.append(
      derived(
        "lastContactDays",
        .lastContactDays,
        .integer,
        "days since last contact",
        "Tage seit dem letzten Kontakt"
      )
    )
    var channel = derived(
      "lastContactChannel",
      .lastContactChannel,
      .choice,
      "last contact channel",
      "letzter Kanal"
    )
    channel.choices = Channel.allCases.map { choice($0.rawValue) }
    var group = derived(
      "buyerGroup",
      .buyerGroup,
      .choice,
      "buyer group",
      "Käufergruppe"
    )
    group.choices = PurchaseScores.Group.allCases.map { choice($0.rawValue) }
    attributes += [
      channel,
      derived("lastRating", .lastRating, .number, "last rating", "letzte Bewertung"),
      derived("recencyScore", .recencyScore, .integer, "recency score", "Aktualität"),
      derived("frequencyScore", .frequencyScore, .integer, "frequency score", "Häufigkeit"),
      derived("spendScore", .spendScore, .integer, "spend score", "Umsatzklasse"), group,
    ]
    return attributes
  }

  private static func derived(
    _ name: String,
    _ derivation: Derivation,
    _ kind: Kind,
    _ english: String,
    _ german: String
  ) -> Attribute {
    var attribute = Attribute(
      path: "\(Family.behavioral.rawValue).\(name)",
      label: LocalizedText(["en": english, "de": german]),
      kind: kind
    )
    attribute.derivation = derivation
    return attribute
  }

  private static func age(
    of date: Attribute,
    _ derivation: Derivation,
    _ suffix: String,
    _ units: [String: String]
  ) -> Attribute {
    var texts: [String: String] = [:]
    for (language, label) in date.label.texts {
      switch LocalizedText.base(of: language) {
      case "en": texts[language] = "\(units["en"] ?? "") since \(trimmed(label, " since"))"
      case "de": texts[language] = "\(units["de"] ?? "") seit: \(trimmed(label, " seit"))"
      default: texts[language] = "\(label) (\(units["en"] ?? ""))"
      }
    }
    var attribute = Attribute(
      path: date.path + suffix,
      label: LocalizedText(texts),
      kind: .integer
    )
    attribute.derivation = derivation
    attribute.personal = date.personal
    attribute.protected = date.protected
    return attribute
  }

  /// `customer since` as what it is since: `customer`.
  private static func trimmed(_ label: String, _ ending: String) -> String {
    label.hasSuffix(ending) ? String(label.dropLast(ending.count)) : label
  }

  private static func choice(_ value: String) -> Choice {
    Choice(value: value, label: LocalizedText(["en": value]))
  }
}
