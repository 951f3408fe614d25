import JSONLogic
import RapportCore

extension DefinitionFields {
  static func script(_ object: JSON, _ choices: FieldChoices) -> [FormField] {
    let asks = object["asks"]?.arrayValue ?? []
    let steps = object["steps"]?.arrayValue ?? []
    return [
      FormField("Title", FieldPath("title").byLanguage, .text),
      FormField("Reason", FieldPath("intent"), .choice(choices.intents, none: nil)),
      FormField(
        "For",
        FieldPath("segments"),
        .several(choices.segments, none: "everybody")
      ),
      FormField("Tones", FieldPath("tones"), .several(choices.tones, none: "any")),
      FormField("Channels", FieldPath("channels"), .several(FieldChoices.channels, none: "all")),
      choices.rule("Only if", "condition", in: object, none: "always"),
      FormField("Subject", FieldPath("subject").byLanguage, .text, advice: "of the e-mail"),
    ] + steps.indices.flatMap { step($0, steps) } + [
      FormField(
        "",
        FieldPath("steps"),
        .adding("Add a step", item: ["id": "new", "kind": "say", "label": "New"])
      )
    ] + asks.indices.flatMap(ask) + [
      FormField("", FieldPath("asks"), .adding("Add a blank", item: ["id": "value"]))
    ]
  }

  private static func step(_ index: Int, _ steps: [JSON]) -> [FormField] {
    let path = FieldPath("steps", "\(index)")
    let kinds = Step.Kind.allCases.map { FormField.Option($0.rawValue, $0.word) }
    let isChoice = steps[index]["kind"] == "choose"
    let branches = steps[index]["next"]?.arrayValue ?? []
    var fields = [
      FormField("", path, .item("Step \(index + 1) of \(steps.count)")),
      FormField("Kind", path.appending("kind"), .choice(kinds, none: nil)),
      FormField("Label", path.appending("label").byLanguage, .text),
      FormField("Text", path.appending("text").byLanguage, .prose),
    ]
    if steps[index]["kind"] == "verify" {
      fields.append(
        FormField(
          "Compare",
          path.appending("needs"),
          .list,
          advice: "attributes, such as geographic.postcode"
        )
      )
    }
    if isChoice {
      let others = steps.compactMap { $0["id"]?.stringValue }.map { FormField.Option($0, $0) }
      for branch in branches.indices {
        let place = path.appending("next", "\(branch)")
        fields += [
          FormField("", place, .item("Branch \(branch + 1)")),
          FormField("Says", place.appending("label").byLanguage, .text),
          FormField("Leads to", place.appending("to"), .choice(others, none: nil)),
        ]
      }
      let item: JSON = ["label": "New", "to": steps[index]["id"] ?? ""]
      fields.append(
        FormField("", path.appending("next"), .adding("Add a branch", item: item))
      )
    }
    fields.append(FormField("Step id", path.appending("id"), .text))
    return fields
  }

  private static func ask(_ index: Int) -> [FormField] {
    let path = FieldPath("asks", "\(index)")
    return [
      FormField("", path, .item("Blank \(index + 1)")),
      FormField("Blank id", path.appending("id"), .text, advice: "as ask.ID names it in texts"),
      FormField("Called", path.appending("label").byLanguage, .text),
      FormField("Pattern", path.appending("pattern"), .text, advice: "such as [A-Z]{2}-[0-9]{6}"),
    ]
  }
}
