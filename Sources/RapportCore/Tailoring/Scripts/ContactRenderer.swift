/// Puts one contact's script and offers into words.
struct ContactRenderer {
  private let tailor: Tailor
  private let context: TailoringContext
  private let tone: ResolvedTone
  private let situation: Situation
  private let environment: TemplateEnvironment
  private let wording: Wording

  init(
    tailor: Tailor,
    context: TailoringContext,
    tone: ResolvedTone,
    situation: Situation,
    script: Script?
  ) {
    self.tailor = tailor
    self.context = context
    self.tone = tone
    self.situation = situation
    let settings = tailor.definitions.settings
    let zone = TimeZones.zone(settings.timeZone) ?? TimeZones.utc
    wording = Wording(
      languages: [settings.language, "en"],
      zone: zone,
      today: zone.date(situation.now)
    )
    let labels = HoleLabels(
      asks: script?.asks ?? [],
      catalog: tailor.definitions.catalog,
      wording: wording
    )
    let (templates, phrases) = (tailor.templates, tone.phrases)
    var environment = TemplateEnvironment(
      escaping: .none,
      missing: .hole { labels.label($0) },
      partial: { name in phrases[name].flatMap(templates.phrase) }
    )
    environment.filled = situation.asks.filter { $0.key.contains { $0 == "." || $0 == ">" } }
    environment.truth = { [language = tone.language] in TruthWords.word($0, language: language) }
    environment.list = { [format = context.format] in format.list($0) }
    self.environment = environment
  }

  /// The text in the contact's language with its values; what is wrong with it is a hole that says so.
  private func spans(_ text: LocalizedText, as part: String, offering service: Service? = nil)
    -> [TemplateSpan]
  {
    guard let source = text.text(in: tone.language) else {
      let language = LocalFormat.languageName(tone.language)
      return [.hole(path: part, label: "\(part) in \(language)")]
    }
    guard let template = tailor.templates.script(source) else {
      return [.hole(path: part, label: "\(part), whose text cannot be read")]
    }
    var data: [TemplateValue] = [.object(context)]
    if let service { data.append(.object(OfferObject(context: context, service: service))) }
    do throws(TemplateError) {
      return try template.render(data, in: environment)
    } catch {
      return [.hole(path: part, label: "\(part): \(error.message)")]
    }
  }

  // MARK: - Offers

  /// The offer with what to say; nothing for what must not be offered.
  func filled(_ offer: ServiceOffer) -> ServiceOffer {
    guard offer.answer == .in || offer.answer == .unknown else { return offer }
    var offer = offer
    let service = offer.service
    if let text = service.offer { offer.say = spans(text, as: "offer", offering: service) }
    if offer.isClosed, let text = service.whenClosed, text.text(in: tone.language) != nil {
      offer.whenClosed = spans(text, as: "offer", offering: service).preview
    }
    return offer
  }

  // MARK: - Script

  func script(
    _ candidate: ScriptSelector.Candidate,
    alternatives: [Script.ID],
    wanted: String
  ) -> RenderedScript {
    let script = candidate.script
    var steps = AlwaysSteps.insert(tailor.definitions.settings.always, into: script.steps)
    if situation.mood == .upset { apologize(in: &steps) }
    let rendered = steps.map { step, always in self.rendered(step, always: always) }
    let subject = script.subject ?? LocalizedText([:])
    return RenderedScript(
      script: script,
      title: script.title.text(preferring: wording.languages) ?? script.id.rawValue,
      channel: situation.channel,
      language: candidate.language,
      subject: situation.channel == .email ? spans(subject, as: "subject") : [],
      steps: ChannelForm.shape(rendered, for: situation.channel),
      because: because(candidate),
      alternatives: alternatives,
      notice: notice(candidate, wanted: wanted)
    )
  }

  /// Says sorry right after the opening where the script does not say it anywhere.
  private func apologize(in steps: inout [(step: Step, always: Bool)]) {
    guard tone.phrases["apology"] != nil, !steps.contains(where: { $0.step.mentions("apology") })
    else { return }
    let isTaken = steps.contains { $0.step.id == "apology" }
    let step = Step(
      id: isTaken ? "apology-first" : "apology",
      kind: .say,
      label: LocalizedText(["en": "Apology"]),
      text: LocalizedText([tone.language: TemplateLibrary.apology])
    )
    let opening = steps.first?.step.mentions("greeting") ?? false ? 1 : 0
    steps.insert((step, true), at: opening)
  }

  private func rendered(_ step: Step, always: Bool) -> RenderedScript.RenderedStep {
    let isSilent = step.kind == .choose && step.text.texts.isEmpty
    return RenderedScript.RenderedStep(
      id: step.id,
      kind: step.kind,
      label: wording.text(step.label) ?? step.id,
      spans: isSilent ? [] : spans(step.text, as: "step"),
      compare: step.needs.map(comparison),
      next: step.next.map { (label: wording.text($0.label) ?? $0.to, to: $0.to) },
      always: always
    )
  }

  /// What the agent compares: as the store's people read it, not as the customer does.
  private func comparison(_ path: String) -> (label: String, value: String?) {
    let attribute = context.catalog[path]
    let label = attribute.map(wording.label) ?? path
    let value = context.facts?.value(at: path)
    return (label, value.map { AttributeValue($0, of: attribute).words(wording) })
  }

  private func because(_ candidate: ScriptSelector.Candidate) -> String {
    let language = "in \(LocalFormat.languageName(candidate.language))"
    if situation.script == candidate.script.id { return "chosen by you, \(language)" }
    let segment = candidate.segment.map { tailor.segmentNames[$0] ?? $0.rawValue } ?? "everybody"
    let manner = candidate.isForTone ? ", \(tone.tone.name)" : ""
    return "for \(segment)\(manner), \(language)"
  }

  private func notice(_ candidate: ScriptSelector.Candidate, wanted: String) -> String? {
    let base = LocalizedText.base(of: candidate.language)
    let spoken = situation.agent?.languages.map(LocalizedText.base(of:)) ?? []
    let name = LocalFormat.languageName(candidate.language)
    var notices: [String] = []
    if base != LocalizedText.base(of: wanted) {
      notices.append("not in \(LocalFormat.languageName(wanted)), but in \(name)")
    }
    if !spoken.isEmpty, !spoken.contains(base) {
      notices.append("\(name) is not among your languages")
    }
    return notices.isEmpty ? nil : notices.joined(separator: "; ")
  }
}
