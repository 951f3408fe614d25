import JSONLogic
import RapportCore

/// Shows a draft as it would be for some customers.
///
/// Costs what tailoring costs: the definitions are prepared anew, and guidance is made for each
/// customer.
struct DefinitionPreview {
  private let trial: Trial
  private let definitions: Definitions
  private let tailor: Tailor

  init(_ trial: Trial, _ definitions: Definitions) {
    self.trial = trial
    var definitions = definitions
    if trial.draft.reference.kind == .tone { Self.speak(trial.draft.reference.id, &definitions) }
    self.definitions = definitions
    tailor = Tailor(definitions)
  }

  var previews: [SamplePreview] {
    let parts: (Sample) -> [SamplePreview.Part] =
      switch trial.draft.reference.kind {
      case .tone: tone
      case .service: service
      case .script: script
      case .intent: reason
      case .segment, .store, .agent, .attribute: { _ in [] }
      }
    guard [.tone, .service, .script, .intent].contains(trial.draft.reference.kind) else {
      return []
    }
    return trial.samples.map { sample in
      SamplePreview(name: sample.name, detail: sample.detail, parts: parts(sample))
    }
  }

  private func guidance(
    _ sample: Sample,
    _ channel: Channel,
    intent: Intent.ID? = nil,
    script: Script.ID? = nil
  ) -> Guidance {
    var situation = Situation(
      agent: trial.agent,
      channel: channel,
      intent: intent,
      now: trial.now
    )
    situation.language = trial.language
    situation.script = script
    return tailor.guidance(
      for: sample.known?.customer,
      account: sample.known?.account,
      derived: sample.known?.derived(in: definitions, at: trial.now),
      in: situation
    )
  }

  // MARK: - Tones

  private static let phrases: Script.ID = "preview-of-phrases"

  /// Everybody is spoken to in the tone, and a script says each of its lines.
  private static func speak(_ id: String, _ definitions: inout Definitions) {
    let tone = Tone.ID(id)
    definitions.settings.tone = tone
    for index in definitions.segments.indices { definitions.segments[index].tone = nil }
    var languages = Set(definitions.scripts.flatMap(\.languages))
    languages.formUnion(definitions.tones.flatMap { $0.phrases.keys })
    languages.insert(definitions.settings.language)
    var script = Script(id: phrases, title: LocalizedText([:]), intent: "")
    script.steps = Tone.phraseLabels.map { name, label in
      Step(
        id: name,
        kind: .say,
        label: LocalizedText(["en": label]),
        text: LocalizedText(
          Dictionary(languages.map { ($0, "{{> \(name)}}") }) { first, _ in first }
        )
      )
    }
    definitions.settings.always = []
    definitions.scripts.append(script)
  }

  private func tone(_ sample: Sample) -> [SamplePreview.Part] {
    let guidance = guidance(sample, definitions.settings.channel, script: Self.phrases)
    var parts: [SamplePreview.Part] = []
    for step in guidance.script?.steps ?? [] {
      parts.append(.spans(label: step.label, step.spans))
      if step.id == "greeting", let line = guidance.tone.say.first {
        parts.append(.words(label: "Say", line))
      }
    }
    let words = guidance.tone.words.joined(separator: ", ")
    parts.append(.words(label: "How", words.isEmpty ? "in between" : words))
    return parts
  }

  // MARK: - Offers

  private func service(_ sample: Sample) -> [SamplePreview.Part] {
    let id = Service.ID(trial.draft.reference.id)
    guard let service = definitions.services.first(where: { $0.id == id }) else { return [] }
    let channel = service.channels.first ?? definitions.settings.channel
    let guidance = guidance(sample, channel)
    guard let offer = guidance.services.first(where: { $0.id == id }) else {
      return [.words(label: "Offer", "not offered: only segments that are not active name it")]
    }
    let answer =
      switch offer.answer {
      case .in: offer.isClosed ? "theirs, and closed now" : "offered"
      case .out: "not offered"
      case .unknown: "not known yet"
      case .broken: "its condition cannot be used"
      }
    var parts: [SamplePreview.Part] = [.words(label: "Offer", "\(answer): \(offer.because)")]
    if !offer.status.isEmpty { parts.append(.words(label: "Now", offer.status)) }
    if !offer.say.isEmpty { parts.append(.spans(label: "Say", offer.say)) }
    if let words = offer.whenClosed { parts.append(.words(label: "Meanwhile", words)) }
    return parts
  }

  // MARK: - Scripts and reasons

  private func script(_ sample: Sample) -> [SamplePreview.Part] {
    let id = Script.ID(trial.draft.reference.id)
    guard let script = definitions.scripts.first(where: { $0.id == id }) else { return [] }
    let channel = script.channels.first ?? definitions.settings.channel
    let guidance = guidance(sample, channel, intent: script.intent, script: id)
    guard let rendered = guidance.script else {
      return [.words(label: "Script", guidance.noScript ?? "not said")]
    }
    var parts: [SamplePreview.Part] = []
    if !rendered.subject.isEmpty { parts.append(.spans(label: "Subject", rendered.subject)) }
    for step in rendered.steps {
      parts.append(.spans(label: step.label, step.spans))
      if !step.next.isEmpty {
        let branches = step.next.map(\.label).joined(separator: " · ")
        parts.append(.words(label: "", branches))
      }
    }
    return parts
  }

  private func reason(_ sample: Sample) -> [SamplePreview.Part] {
    let id = Intent.ID(trial.draft.reference.id)
    return Channel.allCases.map { channel in
      let guidance = guidance(sample, channel, intent: id)
      let words =
        guidance.script.map { "\($0.title), \($0.because)" } ?? guidance.noScript ?? "no script"
      return .words(label: channel.word.prefix(1).uppercased() + channel.word.dropFirst(), words)
    }
  }
}
