import JSONLogic
import RapportCore

/// Answers to what to ask next.
extension App {
  mutating func openAnswer(_ question: NextQuestion?) {
    guard let question = question ?? desk.front?.guidance.questions.first else { return }
    openAnswer(path: question.path, question: question.question, choices: question.choices)
  }

  mutating func openAnswer(path: String, question: String, choices: [Attribute.Choice]) {
    let attribute = attribute(at: path)
    let choices = attribute.kind == .boolean ? Self.yesAndNo : choices
    guard !choices.isEmpty else {
      layers.append(.input(InputLine(question, for: .answer(attribute))))
      return
    }
    let language = desk.front?.guidance.tone.language ?? knowledge.language
    var items = choices.map { choice in
      let words = choice.label.text(preferring: [language, knowledge.language]) ?? choice.value
      return Picker.Item(title: words, choice: .answer(path: path, choice.value, words: words))
    }
    items.append(Picker.Item(title: "would rather not say", choice: .declineAnswer(path: path)))
    layers.append(.picker(Picker(.answer, question, isNumbered: true, items: items)))
  }

  private static let yesAndNo = [
    Attribute.Choice(value: "yes", label: LocalizedText(["en": "yes", "de": "ja"])),
    Attribute.Choice(value: "no", label: LocalizedText(["en": "no", "de": "nein"])),
  ]

  /// The attribute as the catalog has it, else as plain text.
  func attribute(at path: String) -> Attribute {
    knowledge.definitions.catalog[path]
      ?? Attribute(path: path, label: LocalizedText([knowledge.language: path]), kind: .text)
  }

  func read(
    _ text: String,
    for attribute: Attribute,
    now: Instant
  ) throws(AttributeAnswer.Refusal) -> JSON {
    let language = desk.front?.guidance.tone.language ?? knowledge.language
    let wording = knowledge.wording(language: language, zone: zone, now: now)
    return try AttributeAnswer.parse(text, for: attribute, wording)
  }

  mutating func answer(_ path: String, with value: JSON, words: String, now: Instant) -> [Effect] {
    guard let customer = desk.front?.customer else { return [] }
    let label = knowledge.label(ofPath: path)
    let before = desk.front.map(Self.belongs) ?? []
    let patch = CustomerPatch.answer(
      value,
      to: path,
      by: agent.id,
      at: now,
      on: zone.date(now),
      customer: customer
    )
    let effects = keep(patch, title: "\(label): \(words)", now: now)
    let joined = desk.front.map { Self.belongs($0).filter { !before.contains($0) } } ?? []
    let news = joined.isEmpty ? "" : "; belongs to \(joined.joined(separator: ", ")) now"
    say(.ok, "\(label): \(words)\(news)", at: now)
    return effects
  }

  private static func belongs(_ tab: Tab) -> [String] {
    tab.guidance.memberships.filter { $0.answer == .in }.map(\.name)
  }

  /// Remembers that it was asked and not answered.
  mutating func declineAnswer(_ question: NextQuestion, now: Instant) -> [Effect] {
    let label = knowledge.label(ofPath: question.path)
    guard let customer = desk.front?.customer else { return [] }
    let patch = CustomerPatch.notSaid(
      question.path,
      by: agent.id,
      at: now,
      on: zone.date(now),
      customer: customer
    )
    say(.ok, "\(label): would rather not say", at: now)
    return keep(patch, title: "\(label): would rather not say", now: now)
  }
}
