import JSONLogic
import RapportCore

extension DefinitionFields {
  static func segment(_ object: JSON, _ choices: FieldChoices) -> [FormField] {
    let states = ["draft", "active", "retired"].map { FormField.Option($0, $0) }
    let profile = [
      FormField("Name", FieldPath("name"), .text),
      FormField("About", FieldPath("summary"), .prose, advice: "who they are, in a sentence"),
      FormField("Status", FieldPath("status"), .choice(states, none: nil)),
      FormField("Priority", FieldPath("priority"), .number, advice: "1 is the strongest"),
      choices.rule("Rule", "rule", in: object, none: "no rule: members are chosen"),
    ]
    let people = [
      FormField("Needs", FieldPath("needs"), .lines, advice: "what they need, a line for each"),
      FormField(
        "Preferences",
        FieldPath("preferences"),
        .lines,
        advice: "how they like it, a line for each"
      ),
      FormField(
        "Behaviors",
        FieldPath("behaviors"),
        .lines,
        advice: "what they do, a line for each"
      ),
    ]
    let help =
      [FormField("Tone", FieldPath("tone"), .choice(choices.tones, none: "the store's"))]
      + settings("adjust", none: "as the tone has it") + [
        FormField("Offers", FieldPath("services"), .several(choices.services, none: "none"))
      ]
    let care = [
      FormField("Must be in", FieldPath("golden", "members"), .list, advice: "ids of customers"),
      FormField(
        "Must not be",
        FieldPath("golden", "nonmembers"),
        .list,
        advice: "ids of customers"
      ),
      FormField("Owner", FieldPath("owner"), .text, advice: "who looks after it"),
      FormField("Review", FieldPath("reviewEveryDays"), .number, advice: "every so many days"),
    ]
    return profile + goal + people + help + care
  }
}
