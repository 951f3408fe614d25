/// Puts one contact's script and offers into words.
struct ContactRenderer {
  private let tailor: Tailor
  private let context: TailoringContext
  private let tone: ResolvedTone
  private let situation: Situation
  private var environment: TemplateEnvironment
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
    let (templates, phrases) = (tailor.phrases, tone.phrases)
    var environment = TemplateEnvironment(
      escaping: .none,
      missing: .hole { labels.label($0) },
      partial: { name in phrases[name].flatMap { templates[$0] } }
    )
    environment.filled = situation.asks.filter { $0.key.contains { $0 == "." || $0 == ">" } }
    environment.truth = { [language = tone.language] in TruthWords.word($0, language: language) }
    environment.list = { [format = context.format] in format.list($0) }
    self.environment = environment
  }

  /// The text in the contact's language with its values; what is wrong with it is a hole that says so.
  private func spans(
    _ text: LocalizedTemplate,
    as part: String,
    offering service: Service? = nil
  ) -> [TemplateSpan] {
    guard let parsed = text.template(in: tone.language) else { return absent(part) }
    guard let template = parsed else {
      return [.hole(path: part, label: "\(part), whose text cannot be read")]
    }
    return spans(template, as: part, offering: service)
  }

  private func spans(
    _ template: Template,
    as part: String,
    offering service: Service? = nil
  ) -> [TemplateSpan] {
    var data: [TemplateValue] = [.object(context)]
    if let service { data.append(.object(OfferObject(context: context, service: service))) }
    do throws(TemplateError) {
      return try template.render(data, in: environment)
    } catch {
      return [.hole(path: part, label: "\(part): \(error.message)")]
    }
  }

  private func absent(_ part: String) -> [TemplateSpan] {
    [.hole(path: part, label: "\(part) in \(LocalFormat.languageName(tone.language))")]
  }

  /// A phrase of the tone by its name.
  func phrase(_ name: String) -> [TemplateSpan] {
    environment.partial(name).map { spans($0, as: name) } ?? absent(name)
  }

  // MARK: - Offers

  /// Adds what to say; nothing for what must not be offered.
  func fill(_ offer: inout ServiceOffer) {
    guard offer.answer == .in || offer.answer == .unknown else { return }
    let prepared = offer.prepared
    if let text = prepared.offer {
      offer.say = spans(text, as: "offer", offering: prepared.service)
    }
    if offer.isClosed, let text = prepared.whenClosed, text.template(in: tone.language) != nil {
      offer.whenClosed = spans(text, as: "offer", offering: prepared.service).preview
    }
  }

  // MARK: - Script

  func script(
    _ candidate: ScriptSelector.Candidate,
    among picked: Tailor.PickedScript,
    wanted: String
  ) -> RenderedScript {
    let isEmail = situation.channel == .email
    let text = candidate.prepared.subject
    let subject = isEmail ? text.map { spans($0, as: "subject") } ?? absent("subject") : []
    return RenderedScript(
      script: candidate.script,
      title: candidate.prepared.title,
      channel: situation.channel,
      language: candidate.language,
      subject: subject,
      steps: ChannelForm.shape(
        steps(of: candidate.prepared),
        for: situation.channel,
        language: candidate.language,
        messageWords: Int(tailor.definitions.settings[.chatWords])
      ),
      because: because(candidate, fits: picked.fits),
      alternatives: alternatives(picked.alternatives),
      rank: picked.rank,
      notice: notice(candidate, wanted: wanted)
    )
  }

  private func alternatives(
    _ candidates: [ScriptSelector.Candidate]
  ) -> [RenderedScript.Alternative] {
    struct Reason: Hashable {
      var segment: Segment.ID?
      var language: String
      var isForTone: Bool
    }
    // There may be hundreds, and few different reasons.
    var reasons: [Reason: String] = [:]
    return candidates.map { candidate in
      let key = Reason(
        segment: candidate.segment,
        language: candidate.language,
        isForTone: candidate.isForTone
      )
      let because = reasons[key] ?? reason(candidate)
      reasons[key] = because
      return RenderedScript.Alternative(
        id: candidate.prepared.script.id,
        title: candidate.prepared.title,
        language: candidate.language,
        because: because
      )
    }
  }

  private func steps(of script: PreparedScript) -> [RenderedScript.RenderedStep] {
    guard situation.mood == .upset, let apology = environment.partial("apology"),
      !ApologyFirst.isFirst(in: script.steps)
    else { return script.steps.map { rendered($0) } }
    var quiet = self
    quiet.environment.partial = { [partial = environment.partial] name in
      name == "apology" ? ApologyFirst.silence : partial(name)
    }
    let isSaid = script.apologisesFirst(
      in: tone.language,
      apology,
      from: tone.phrases["apology"] ?? ""
    )
    return ApologyFirst.steps(
      script.steps.map { ($0, rendered($0), $0.says("apology") ? quiet.rendered($0) : nil) },
      apology: isSaid ? nil : spans(apology, as: "apology")
    )
  }

  private func rendered(_ prepared: PreparedStep) -> RenderedScript.RenderedStep {
    let step = prepared.step
    return RenderedScript.RenderedStep(
      id: step.id,
      kind: step.kind,
      label: wording.text(step.label) ?? step.id,
      spans: step.isSilent ? [] : spans(prepared.text, as: "step"),
      compare: step.needs.map(comparison),
      next: step.next.map { (label: wording.text($0.label) ?? $0.to, to: $0.to) },
      always: prepared.isAlways
    )
  }

  /// What the agent compares: as the store's people read it, not as the customer does.
  private func comparison(_ path: String) -> (label: String, value: String?) {
    let attribute = context.catalog[path]
    let label = attribute.map(wording.label) ?? path
    let value = context.facts?.value(at: path)
    return (label, value.map { AttributeValue($0, of: attribute).words(wording) })
  }

  private func because(_ candidate: ScriptSelector.Candidate, fits: Bool) -> String {
    guard situation.script == candidate.prepared.script.id else { return reason(candidate) }
    let language = "in \(LocalFormat.languageName(candidate.language))"
    return fits ? "chosen by you, \(reason(candidate))" : "chosen by you, \(language)"
  }

  private func reason(_ candidate: ScriptSelector.Candidate) -> String {
    let language = "in \(LocalFormat.languageName(candidate.language))"
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
