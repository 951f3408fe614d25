import JSONLogic
import RapportCore

extension DefinitionFields {
  static func service(_ object: JSON, _ choices: FieldChoices) -> [FormField] {
    let weekly = FieldPath("hours", "weekly")
    let hours =
      OpeningHours.Weekday.allCases.map { day in
        FormField(
          day.word,
          weekly.appending(day.rawValue),
          .list,
          advice: "such as 08:00-12:00, 13:00-20:00"
        )
      } + [
        FormField("Time zone", FieldPath("hours", "timeZone"), .text, advice: "Europe/Berlin"),
        FormField("Closed on", FieldPath("hours", "closed"), .list, advice: "such as 2026-12-25"),
      ]
    let kinds = Service.Kind.allCases.map { FormField.Option($0.rawValue, $0.word) }
    return [
      FormField("Name", FieldPath("name").byLanguage, .text),
      FormField("Kind", FieldPath("kind"), .choice(kinds, none: nil)),
      FormField(
        "Offer",
        FieldPath("offer").byLanguage,
        .prose,
        advice: "what the agent says"
      ),
      FormField("About", FieldPath("summary").byLanguage, .prose, advice: "for the agent"),
      FormField("Channels", FieldPath("channels"), .several(FieldChoices.channels, none: "all")),
      choices.rule("Only if", "eligibility", in: object, none: "everybody who is given it"),
      FormField(
        "Not for",
        FieldPath("notForIntents"),
        .several(choices.intents, none: "no reason")
      ),
    ] + hours + [
      FormField("Meanwhile", FieldPath("whenClosed").byLanguage, .prose, advice: "when closed"),
      FormField("Instead", FieldPath("instead"), .choice(choices.services, none: "nothing")),
      FormField("Group", FieldPath("group"), .text, advice: "of which they get the best"),
      FormField("Rank", FieldPath("rank"), .number, advice: "the higher, the better"),
      FormField("From", FieldPath("validFrom"), .text, advice: "a date"),
      FormField("Until", FieldPath("validUntil"), .text, advice: "a date"),
      FormField("Link", FieldPath("link"), .text),
      FormField("Limit", FieldPath("limit"), .text, advice: "such as 20.00 EUR"),
    ]
  }
}
