/// What feedback can be given on, of all that the agent sees.
extension Guidance {
  /// A segment, with the facts that decided.
  package func target(segment id: Segment.ID, _ catalog: AttributeCatalog) -> FeedbackTarget? {
    guard let membership = memberships.first(where: { $0.segment == id }) else { return nil }
    var evidence = [membership.answer.sentence]
    if membership.manual != nil { evidence.append("decided by hand") }
    evidence += membership.because.map { $0.words(catalog) }
    if let near = membership.nearMiss,
      !membership.because.contains(where: { $0.isPersonal(catalog) })
    {
      evidence.append(near)
    }
    return FeedbackTarget(
      Feedback.Subject(DefinitionReference(.segment, id.rawValue), revision: membership.revision),
      name: membership.name,
      evidence: evidence
    )
  }

  /// A step of the script as it is said, without what was filled in.
  ///
  /// A step that the store puts into every script is the store's.
  package func target(step id: String) -> FeedbackTarget? {
    guard let script, let step = script.steps.first(where: { $0.id == id }) else { return nil }
    return FeedbackTarget(
      step.always
        ? Feedback.Subject(DefinitionReference(.store, "store"), part: id)
        : subject(of: script, part: id),
      name: "\(script.title), \(step.label)",
      evidence: [step.spans.withoutValues, "in \(script.language)", script.because].filled
    )
  }

  /// The subject of the script's e-mail.
  package var subjectTarget: FeedbackTarget? {
    guard let script, !script.subject.isEmpty else { return nil }
    return FeedbackTarget(
      subject(of: script, part: "subject"),
      name: "\(script.title), the subject",
      evidence: [script.subject.withoutValues, "in \(script.language)", script.because].filled
    )
  }

  private func subject(of script: RenderedScript, part: String) -> Feedback.Subject {
    let script = script.script
    let reference = DefinitionReference(.script, script.id.rawValue)
    return Feedback.Subject(reference, revision: script.revision, part: part)
  }

  /// An offer, with why it is one for them and whether it can be had now.
  package func target(offer id: Service.ID, name: String) -> FeedbackTarget? {
    guard let offer = services.first(where: { $0.id == id }) else { return nil }
    return FeedbackTarget(
      Feedback.Subject(
        DefinitionReference(.service, id.rawValue),
        revision: offer.service.revision
      ),
      name: name,
      evidence: [offer.because, offer.status, offer.waits ?? ""].filled
    )
  }

  /// The tone, or one of its phrases.
  package func target(phrase: TonePhrase?, _ definitions: Definitions) -> FeedbackTarget {
    let source = ToneStory(tone, in: definitions).source
    let words = phrase.flatMap { text(of: $0) }
    return FeedbackTarget(
      Feedback.Subject(
        DefinitionReference(.tone, tone.tone.id.rawValue),
        revision: tone.tone.revision,
        part: words == nil ? nil : phrase.map(part)
      ),
      name: words.map { "“\($0)”" } ?? tone.tone.name,
      evidence: [words ?? tone.words.joined(separator: ", "), source].filled
    )
  }

  /// `say/de/0`: the list, the language that has it, and the place in it.
  private func part(_ phrase: TonePhrase) -> String {
    let has = phrase.list.texts(of: tone.tone)[tone.language] != nil
    let language = has ? tone.language : LocalizedText.base(of: tone.language)
    return "\(phrase.list.rawValue)/\(language)/\(phrase.index)"
  }

  /// Nil where the tone has no such phrase any more.
  package func text(of phrase: TonePhrase) -> String? {
    let texts =
      switch phrase.list {
      case .say: tone.say
      case .avoid: tone.avoid
      case .bannedWords: tone.bannedWords
      }
    return texts.indices.contains(phrase.index) ? texts[phrase.index] : nil
  }

  /// Of a wish: who asked, and what about.
  package func evidenceOfWish(reason: String?) -> [String] {
    let names = memberships.filter { $0.answer == .in }.map(\.name)
    return [
      reason.map { "about \($0)" } ?? "",
      names.isEmpty ? "in no segment" : "belongs to \(names.joined(separator: ", "))",
    ].filled
  }
}

/// A phrase of the tone, by its place in what the agent reads.
package struct TonePhrase: Sendable, Hashable {
  package enum List: String, Sendable, CaseIterable {
    case say, avoid, bannedWords

    /// By language.
    func texts(of tone: Tone) -> [String: [String]] {
      switch self {
      case .say: tone.say
      case .avoid: tone.avoid
      case .bannedWords: tone.bannedWords
      }
    }
  }

  package var list: List
  package var index: Int

  package init(_ list: List, _ index: Int) {
    self.list = list
    self.index = index
  }
}

extension Membership.Answer {
  fileprivate var sentence: String {
    switch self {
    case .in: "belongs"
    case .out: "does not belong"
    case .unknown: "not known yet"
    case .broken: "the rule is broken"
    }
  }
}

extension Membership.Reason {
  fileprivate func isPersonal(_ catalog: AttributeCatalog) -> Bool {
    path.flatMap { catalog[$0]?.personal } ?? false
  }

  /// Journals have nothing personal: of such a fact only what it is.
  fileprivate func words(_ catalog: AttributeCatalog) -> String {
    guard isPersonal(catalog), let path else { return text }
    return catalog[path]?.label.text(preferring: ["en"]) ?? path
  }
}

extension [String] {
  fileprivate var filled: [String] { filter { $0.nonBlank != nil } }
}

extension [TemplateSpan] {
  /// The words of the script and the tone; what was filled in is left open.
  fileprivate var withoutValues: String {
    map { span in
      switch span {
      case .text(_, from: .value): "[...]"
      case .text(let text, _): text
      case .hole(_, let label): "[\(label)]"
      }
    }.joined()
  }
}
