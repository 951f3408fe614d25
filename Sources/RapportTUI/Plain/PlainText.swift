package import RapportCore
import Terminal

/// The screens as lines: for a screen reader, a pipe, and terminals without cursor addressing.
///
/// Nothing is said by place or colour, and every line is safe for any terminal.
package struct PlainText: Sendable {
  let knowledge: Knowledge
  let zone: Zone

  package init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    zone = TimeZones.zone(knowledge.settings.timeZone) ?? TimeZones.utc
  }

  private func safe(_ lines: [String]) -> [String] { lines.map(Terminal.Text.lineSafe) }

  /// What was found, numbered.
  package func found(_ result: FindResult, query: String) -> [String] {
    guard !result.hits.isEmpty else {
      return safe(["Nobody matches “\(query)”. Try fewer letters, or what else they know."])
    }
    let people = "\(Count.text(result.count)) of \(Count.text(result.total)) customers:"
    let rows = result.hits.prefix(20).enumerated().map { "\($0 + 1). \(row($1))" }
    let more =
      result.count > rows.count ? ["and \(Count.text(result.count - rows.count)) more"] : []
    return safe([people] + rows + more)
  }

  private func row(_ hit: Hit) -> String {
    let shown = CustomerPresentation(hit.customer)
    var parts = [shown.title, shown.place, shown.company, hit.id.rawValue].compactMap(\.self)
    if hit.quality.needsConfirming {
      parts.append("found by \(hit.quality.foundBy): confirm who it is")
    }
    for word in hit.words where !["name", "company", "id"].contains(word.field) {
      parts.append("\(label(word.field)) \(word.text)")
    }
    return parts.joined(separator: ", ")
  }

  private func label(_ field: String) -> String {
    switch field {
    case "email": "e-mail"
    default: knowledge.label(ofPath: field)
    }
  }

  /// Who, why, how, offer and ask.
  package func card(_ guidance: Guidance, history: [Interaction], now: Instant) -> [String] {
    var lines: [String] = []
    if let customer = guidance.customer {
      let shown = CustomerPresentation(customer, account: guidance.account)
      var who = [shown.title, shown.company, shown.id, shown.place].compactMap(\.self)
      if let zone = shown.zone { who.append("local time \(zone.local(now).clock)") }
      if let language = shown.language { who.append(LanguageName.text(language)) }
      lines.append("Customer: " + who.joined(separator: ", "))
      if let note = shown.note { lines.append("Note: \(note)") }
    } else {
      lines.append("Customer: nobody known")
    }
    if let last = history.first { lines.append("Last: \(words(last, now: now))") }
    if let due = FollowUp(openIn: history, zone: zone) {
      let by = due.by.map { ", by \($0)" } ?? ""
      lines.append("Promised: \(due.words(knowledge, now: now, zone: zone))\(by)")
    }
    lines += who(guidance)
    lines += how(guidance.tone)
    for offer in guidance.services where offer.isShown { lines.append("Offer: \(words(offer))") }
    lines += ask(guidance)
    return safe(lines)
  }

  private func who(_ guidance: Guidance) -> [String] {
    let belongs = guidance.memberships.filter { $0.answer == .in }
    var lines = belongs.map { "Belongs to \($0.name): \($0.manual?.words ?? $0.why)" }
    if belongs.isEmpty {
      let settlement = guidance.settlement?.words.map { ": \($0)" } ?? ""
      lines.append("Belongs to no segment\(settlement)")
    }
    lines += guidance.memberships.filter { $0.answer == .unknown }
      .map { "\($0.name): \($0.why)" }
    lines += guidance.memberships.filter { $0.answer == .broken }
      .map { "\($0.name), broken: \($0.why)" }
    return lines
  }

  /// What to ask, why, and the answers to choose from, in the caller's language.
  private func ask(_ guidance: Guidance) -> [String] {
    guard let question = guidance.questions.first else { return [] }
    let languages = [guidance.tone.language, knowledge.language]
    let answers = question.choices.enumerated().map { index, choice in
      "\(index + 1) \(choice.label.text(preferring: languages) ?? choice.value)"
    }
    var lines = ["Ask: \(question.question)"]
    if let reason = question.reason { lines.append("  Because: \(reason)") }
    if !answers.isEmpty { lines.append("  Answers: \(answers.joined(separator: ", "))") }
    return lines
  }

  private func how(_ tone: ResolvedTone) -> [String] {
    let words = tone.words.isEmpty ? tone.tone.name : tone.words.joined(separator: ", ")
    let never = (tone.avoid + tone.bannedWords).map { "“\($0)”" }
    let story = ToneStory(tone, in: knowledge.definitions).line
    return ["How to speak: \(words)", "Tone: \(story)"]
      + (never.isEmpty ? [] : ["Never say: \(never.joined(separator: ", "))"])
  }

  private func words(_ offer: ServiceOffer) -> String {
    let name = offer.service.name.text(preferring: [knowledge.language, "en"])
    var parts = [name ?? offer.id.rawValue]
    if offer.answer == .unknown { parts.append("ask first") }
    if let waits = offer.waits { parts.append(waits) }
    if !offer.status.isEmpty { parts.append(offer.status) }
    if !offer.say.isEmpty { parts.append("say “\(offer.say.preview)”") }
    if let closed = offer.whenClosed { parts.append("while closed “\(closed)”") }
    if let instead = offer.instead { parts.append("instead \(serviceName(instead))") }
    return parts.joined(separator: ", ")
  }

  /// Each contact with when and how it was, what it was about and how it ended, its note below it.
  package func history(_ past: [Interaction]) -> [String] {
    let lines = past.flatMap { contact -> [String] in
      let when = [zone.local(contact.at).description, contact.channel?.word]
      var what = [knowledge.title(of: contact.intent)].compactMap(\.self)
      if let outcome = contact.outcome { what.append(Outcome.word(for: outcome)) }
      what += contact.ratingWords
      if let agent = contact.agent { what.append("by \(agent)") }
      let head = when.compactMap(\.self).joined(separator: ", ")
      let promise = contact.promise.map { "  promised: \(words($0))" }
      return ["\(head): \(what.joined(separator: ", "))"]
        + [contact.note?.nonBlank.map { "  \($0)" }, promise].compactMap(\.self)
    }
    return safe(lines)
  }

  private func words(_ promise: Promise) -> String {
    let time = promise.due.moment.map { " \(zone.local($0).clock)" } ?? ""
    let parts = [
      "\(promise.due.day(in: zone))\(time)", promise.what, promise.by.map { "by \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func serviceName(_ id: Service.ID) -> String {
    let service = knowledge.definitions.services.first { $0.id == id }
    return service?.name.text(preferring: [knowledge.language, "en"]) ?? id.rawValue
  }

  private func words(_ past: Interaction, now: Instant) -> String {
    var parts = [TimeWords.ago(past.at, now: now, zone: zone)]
    if let channel = past.channel { parts.append(channel.word) }
    if let title = knowledge.title(of: past.intent) { parts.append(title) }
    if let outcome = past.outcome { parts.append(Outcome.word(for: outcome)) }
    parts += past.ratingWords
    return parts.joined(separator: ", ")
  }

  /// Every step with its text; blanks are named.
  package func script(_ script: RenderedScript) -> [String] {
    var lines = ["Say: \(script.title), \(TimeWords.plural(script.steps.count, "step"))"]
    lines.append("Why this script: \(script.because)")
    if !script.alternatives.isEmpty {
      let others = script.alternatives.map { "\($0.title) (\($0.id)) \($0.because)" }
      lines.append("Others that would do: \(others.joined(separator: "; "))")
    }
    if let notice = script.notice { lines.append(notice) }
    if !script.subject.isEmpty { lines.append("Subject: \(script.subject.preview)") }
    for (index, step) in script.steps.enumerated() {
      let forAgent = step.kind == .do ? ", for you, not to say" : ""
      lines.append("Step \(index + 1), \(step.label)\(forAgent):")
      lines += step.spans.preview.split(whereSeparator: \.isNewline).map { "  \($0)" }
      lines += step.compare.map { "  Compare \($0.label): \($0.value ?? "not known")" }
      if step.kind == .choose {
        lines += step.next.enumerated().map { "  Branch \($0 + 1): \($1.label)" }
      }
    }
    let blanks = script.steps.flatMap(\.spans).compactMap { span in
      if case .hole(_, let label) = span { label } else { nil }
    }
    var seen: Set<String> = []
    let named = blanks.filter { seen.insert($0).inserted }
    if !named.isEmpty { lines.append("Blank: \(named.joined(separator: ", "))") }
    return safe(lines)
  }

  /// The reason that was understood, why, and whether the words sound upset.
  package func reason(_ match: IntentMatch, cues: [String]) -> [String] {
    let title = knowledge.title(of: match.intent) ?? match.intent.rawValue
    var lines = ["Reason: \(title), from: \(match.words.joined(separator: ", "))"]
    if !cues.isEmpty {
      let quoted = cues.map { "“\($0)”" }.joined(separator: ", ")
      lines.append("Sounds upset: \(quoted); mood upset sets it")
    }
    return safe(lines)
  }

  /// The reasons, numbered.
  package var reasons: [String] {
    safe(
      knowledge.definitions.intents.enumerated().map { index, intent in
        "\(index + 1). \(knowledge.title(of: intent.id) ?? intent.id.rawValue)"
      }
    )
  }
}
