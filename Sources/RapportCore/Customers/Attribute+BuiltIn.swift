extension Attribute {
  /// The fields that every customer may have, in the order of the record.
  ///
  /// A store's own catalog may
  /// declare one of them again, to label it or to give it a question.
  package static let builtIn: [Attribute] = [
    field("name", "name", .text, personal: true, question: "May I have your name?"),
    field("emails", "e-mail", .list, personal: true, question: "What is your e-mail address?"),
    field("phones", "phone", .list, personal: true, question: "What is your phone number?"),
    field(
      "company",
      "company",
      .text,
      personal: true,
      question: "Which company are you calling from?"
    ),
    field("note", "note", .text, personal: true),
    field("language", "language", .text, question: "Which language do you prefer?"),
    field("timeZone", "time zone", .text),
    field("since", "customer since", .date),
    field("tags", "tags", .list),
    kindField,
    field("owner", "owner", .text),
  ]

  private static var kindField: Attribute {
    var kind = field("kind", "kind", .choice)
    kind.choices = Customer.Kind.allCases.map {
      Choice(value: $0.rawValue, label: LocalizedText(["en": $0.rawValue]))
    }
    return kind
  }

  private static func field(
    _ path: String,
    _ label: String,
    _ kind: Kind,
    personal: Bool = false,
    question: String? = nil
  ) -> Attribute {
    var field = Attribute(path: path, label: LocalizedText(["en": label]), kind: kind)
    field.personal = personal
    field.question = question.map { LocalizedText(["en": $0]) }
    return field
  }

  /// Whether it is a field of every record instead of a member of a family.
  package var isBuiltIn: Bool { Self.builtInPaths.contains(path) }

  package static let builtInPaths = Set(builtIn.map(\.path))
}
