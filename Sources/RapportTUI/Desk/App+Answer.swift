import JSONLogic
import RapportCore

/// Answers to what to ask next.
extension App {
  /// What the cursor is on, else what settles most, else what a member may be asked for us.
  mutating func askNext() {
    if let question = question(at: desk.front?.focus(layout))
      ?? desk.front?.guidance.questions.first
    {
      openAnswer(question)
    } else if let question = memberQuestion {
      openMemberQuestion(question)
    }
  }

  mutating func openAnswer(_ question: NextQuestion?) {
    guard let question = question ?? desk.front?.guidance.questions.first else { return }
    openAnswer(
      path: question.path,
      question: question.question,
      reason: question.reason,
      choices: question.choices
    )
  }

  mutating func openAnswer(
    path: String,
    question: String,
    reason: String? = nil,
    choices: [Attribute.Choice]
  ) {
    let attribute = attribute(at: path)
    guard !choices.isEmpty else {
      var input = InputLine(question, for: .answer(attribute))
      input.reason = reason
      layers.append(.input(input))
      return
    }
    var items = zip(choices, answers(to: choices)).map { choice, words in
      Picker.Item(title: words, choice: .answer(path: path, choice.value, words: words))
    }
    if attribute.kind == .list {
      items.append(Picker.Item(title: "several of them", choice: .typeAnswer(path: path)))
    }
    items.append(Picker.Item(title: "would rather not say", choice: .declineAnswer(path: path)))
    var picker = Picker(.answer, "Answer", isNumbered: true, items: items)
    picker.question = question
    picker.reason = reason
    layers.append(.picker(picker))
  }

  /// The answers of a question as the caller would say them.
  func answers(to choices: [Attribute.Choice]) -> [String] {
    let language = desk.front?.guidance.tone.language ?? knowledge.language
    return choices.map { $0.label.text(preferring: [language, knowledge.language]) ?? $0.value }
  }

  /// The answer with that number to the question under the cursor.
  mutating func chooseAnswer(_ number: Int, now: Instant) -> [Effect] {
    guard let question = question(at: desk.front?.focus(layout)) else { return [] }
    guard question.choices.indices.contains(number - 1) else {
      say(.info, "There is no answer \(number) here", at: now)
      return []
    }
    let words = answers(to: question.choices)[number - 1]
    return take(question.choices[number - 1].value, for: question.path, words: words, now: now)
  }

  /// Keeps what the caller said, where it is a value of the attribute.
  mutating func take(
    _ text: String,
    for path: String,
    words: String,
    now: Instant
  ) -> [Effect] {
    do throws(AttributeAnswer.Refusal) {
      let value = try read(text, for: attribute(at: path), now: now)
      return answer(path, with: value, words: words, now: now)
    } catch {
      say(.error, error.description, at: now)
      return []
    }
  }

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

  /// Remembers that it was asked and not answered; it is not asked for a while.
  mutating func declineAnswer(_ path: String, now: Instant) -> [Effect] {
    let label = knowledge.label(ofPath: path)
    guard let customer = desk.front?.customer else { return [] }
    let patch = CustomerPatch.notSaid(
      path,
      by: agent.id,
      at: now,
      on: zone.date(now),
      customer: customer
    )
    let days = TimeWords.plural(Int(knowledge.settings[.askAgainDays]), "day")
    let words = "\(label): would rather not say"
    say(.ok, "\(words); not asked again for \(days)", at: now)
    return keep(patch, title: words, now: now)
  }
}
