extension Tailor {
  /// The script for a contact and the others that would do, or why there is none.
  struct PickedScript {
    var candidate: ScriptSelector.Candidate?
    /// Best first.
    var alternatives: [ScriptSelector.Candidate] = []
    /// How many of them go before the candidate.
    var rank = 0
    /// Whether it is one that the selection would do with, and not only what the agent chose.
    var fits = true
    var reason: String?
  }

  func pickScript(
    _ choice: ToneChoice,
    _ languages: [String],
    _ situation: Situation,
    _ memberships: [Membership],
    _ read: RuleReading.Reader
  ) -> PickedScript {
    guard let id = situation.intent else {
      return chosen(situation, languages, []) ?? PickedScript()
    }
    guard let intent = intents[id] else {
      let names = definitions.intents.map(\.id.rawValue)
      let question = SpellingSuggestion.question(id.rawValue, among: names)
      return PickedScript(
        reason: "there is no reason \"\(id)\"" + (question.map { "; \($0)" } ?? "")
      )
    }
    let request = ScriptSelector.Request(
      intent: id,
      channel: situation.channel,
      languages: languages,
      segments: memberships.filter { $0.answer == .in }.map(\.segment),
      tone: choice.tone.id
    )
    let candidates = scripts.candidates(request, read: read)
    if let chosen = chosen(situation, languages, candidates) { return chosen }
    guard let best = candidates.first else {
      let title = intent.title.text(preferring: ["en"]) ?? id.rawValue
      return PickedScript(reason: scripts.reason(request, title: title, read: read))
    }
    return PickedScript(candidate: best, alternatives: Array(candidates.dropFirst()))
  }

  /// What the agent chose, in the first language that it has; it need not be one that fits.
  private func chosen(
    _ situation: Situation,
    _ languages: [String],
    _ candidates: [ScriptSelector.Candidate]
  ) -> PickedScript? {
    guard let id = situation.script, let script = scripts[id] else { return nil }
    let others = candidates.filter { $0.script.id != id }
    if let rank = candidates.firstIndex(where: { $0.script.id == id }) {
      return PickedScript(candidate: candidates[rank], alternatives: others, rank: rank)
    }
    let language =
      languages.first(where: script.languages.contains) ?? script.languages.min() ?? languages[0]
    let candidate = ScriptSelector.Candidate(
      prepared: script,
      language: language,
      segment: nil,
      isForTone: false
    )
    return PickedScript(candidate: candidate, alternatives: others, fits: false)
  }
}
