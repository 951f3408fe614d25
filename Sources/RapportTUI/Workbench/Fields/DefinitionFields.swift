import JSONLogic
import RapportCore

/// The fields of each kind of definition.
enum DefinitionFields {
  static func fields(
    of reference: DefinitionReference,
    _ object: JSON,
    _ definitions: Definitions
  ) -> [FormField] {
    let choices = FieldChoices(definitions)
    return switch reference.kind {
    case .tone: tone
    case .service: service(object, choices)
    case .intent: intent
    case .script: script(object, choices)
    case .segment: segment(object, choices)
    case .store: goal
    case .agent, .attribute: []
    }
  }

  /// Whether there is a form for it.
  static func hasForm(_ reference: DefinitionReference) -> Bool {
    ![.agent, .attribute].contains(reference.kind)
  }

  static let goal: [FormField] = [
    FormField(
      "Goal",
      FieldPath("goal", "text"),
      .prose,
      advice: "what it is to achieve, in a sentence"
    ),
    FormField(
      "Metric",
      FieldPath("goal", "metric"),
      .choice(
        ["csat", "loyalty", "retention", "conversion", "cost", "fcr", "repeat"].map {
          FormField.Option($0, MetricWords.text($0))
        },
        none: "not measured"
      )
    ),
    FormField(
      "Target",
      FieldPath("goal", "target"),
      .number,
      advice: "a number, such as 0.95 for 95 of 100"
    ),
    FormField("By", FieldPath("goal", "by"), .text, advice: "a date, such as 2027-06-30"),
  ]

  static func settings(_ key: String, none: String?) -> [FormField] {
    Voice.Dimension.allCases.map { dimension in
      let name = dimension.rawValue
      return FormField(
        name.prefix(1).uppercased() + name.dropFirst(),
        FieldPath(key, name),
        .setting(name, none: none)
      )
    }
  }

  private static let tone: [FormField] =
    [FormField("Name", FieldPath("name"), .text)] + settings("voice", none: nil)
    + Tone.phraseLabels.map { name, label in
      FormField(label, FieldPath("phrases").byLanguage.appending(name), .prose)
    } + [
      FormField("Say", FieldPath("say").byLanguage, .lines, advice: "a line for each"),
      FormField("Avoid", FieldPath("avoid").byLanguage, .lines, advice: "a line for each"),
      FormField(
        "Never",
        FieldPath("bannedWords").byLanguage,
        .list,
        advice: "words with commas between them, in \"quotes\" what has a comma"
      ),
      address,
      FormField(
        "Sentences",
        FieldPath("maxSentenceWords"),
        .number,
        advice: "words in a sentence at most"
      ),
    ]

  /// Not every language has two forms of address.
  private static let address: FormField = {
    var field = FormField(
      "Address",
      FieldPath("address").byLanguage,
      .text,
      advice: "such as du or Sie"
    )
    field.mayBeMissing = true
    return field
  }()

  private static let intent: [FormField] =
    [
      FormField("Title", FieldPath("title").byLanguage, .text),
      FormField(
        "Examples",
        FieldPath("examples").byLanguage,
        .lines,
        advice: "what callers say, a line for each"
      ),
      FormField(
        "Offers",
        FieldPath("offers"),
        .choice(
          Intent.Offers.allCases.map { FormField.Option($0.rawValue, $0.word) },
          none: Intent.Offers.always.word
        )
      ),
      FormField("Mood", FieldPath("mood"), .text, advice: "such as complaint or question"),
    ] + settings("caps", none: "no bound")
}

/// What references can be chosen, by name.
struct FieldChoices {
  let segments: [FormField.Option]
  let tones: [FormField.Option]
  let services: [FormField.Option]
  let intents: [FormField.Option]
  /// What rules are read with.
  let words: ConditionWords

  init(_ definitions: Definitions) {
    let languages = [definitions.settings.language, "en"]
    segments = definitions.segments.map { FormField.Option($0.id.rawValue, $0.name) }
    tones = definitions.tones.map { FormField.Option($0.id.rawValue, $0.name) }
    services = definitions.services.map { service in
      FormField.Option(
        service.id.rawValue,
        service.name.text(preferring: languages) ?? service.id.rawValue
      )
    }
    intents = definitions.intents.map { intent in
      FormField.Option(
        intent.id.rawValue,
        intent.title.text(preferring: languages) ?? intent.id.rawValue
      )
    }
    let names = Dictionary(definitions.segments.map { ($0.id, $0.name) }) { first, _ in first }
    let wording = Wording(
      languages: languages,
      zone: TimeZones.utc,
      today: CalendarDate(daysSinceEpoch: 0)
    )
    words = ConditionWords(catalog: definitions.catalog, wording: wording) { names[$0] }
  }

  static let channels = Channel.allCases.map { FormField.Option($0.rawValue, $0.word) }

  /// A rule as a sentence, and how to change it.
  func rule(_ label: String, _ key: String, in object: JSON, none: String) -> FormField {
    let words: String =
      switch object[key] {
      case nil, .null?: none
      case let json?:
        (try? Rule(json, operations: RuleOperations.names)).map(self.words.sentence)
          ?? "it cannot be read"
      }
    return FormField(label, FieldPath(key), .rule(words), advice: "Enter changes it")
  }
}
