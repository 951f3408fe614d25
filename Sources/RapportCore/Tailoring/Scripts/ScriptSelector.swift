/// Chooses the script for a reason.
///
/// Its channel, segments, tones and condition must fit and every step must be in the language. Languages
/// are tried first (of the contact, its base, the store's), then the strongest segment, the tone, the fewest
/// restrictions, the id.
package struct ScriptSelector: Sendable {
  /// What a choice depends on besides the scripts.
  package struct Request {
    package var intent: Intent.ID
    package var channel: Channel
    /// The most wanted first.
    package var languages: [String]
    /// In, strongest first.
    package var segments: [Segment.ID]
    package var tone: Tone.ID

    package init(
      intent: Intent.ID,
      channel: Channel,
      languages: [String],
      segments: [Segment.ID],
      tone: Tone.ID
    ) {
      self.intent = intent
      self.channel = channel
      self.languages = languages
      self.segments = segments
      self.tone = tone
    }
  }

  /// A script that would do, in its language.
  package struct Candidate: Sendable {
    let prepared: PreparedScript
    package var language: String
    /// The strongest segment of the customer's that it is written for.
    package var segment: Segment.ID?
    package var isForTone: Bool

    package var script: Script { prepared.script }
  }

  private struct Use: Hashable {
    var intent: Intent.ID
    var channel: Channel
  }

  private let byIntent: [Intent.ID: [PreparedScript]]
  /// Those that can be used, by reason and channel.
  private let served: [Use: [PreparedScript]]
  private let byID: [Script.ID: PreparedScript]

  /// Templates that cannot be used.
  let problems: [Problem]

  /// `always` are the store's own steps; `languages` those of titles, the most wanted first.
  package init(_ scripts: [Script], always: [Step] = [], languages: [String] = []) {
    var found: [Problem] = []
    let always = always.enumerated().map { position, step in
      let place = Place(file: "store.json", pointer: "/always/\(position)/text")
      return PreparedStep(step, isAlways: true, at: place, &found)
    }
    let prepared = scripts.map { PreparedScript($0, always: always, languages: languages, &found) }
    byIntent = Dictionary(grouping: prepared, by: \.script.intent)
    var served: [Use: [PreparedScript]] = [:]
    for script in prepared where script.script.broken == nil {
      for channel in Channel.allCases where script.script.serves(channel) {
        served[Use(intent: script.script.intent, channel: channel), default: []].append(script)
      }
    }
    self.served = served
    byID = Dictionary(prepared.map { ($0.script.id, $0) }) { first, _ in first }
    problems = found
  }

  package subscript(id: Script.ID) -> PreparedScript? { byID[id] }

  /// Everything that fits, best first.
  package func candidates(_ request: Request, read: RuleReading.Reader) -> [Candidate] {
    let scripts = served[Use(intent: request.intent, channel: request.channel)] ?? []
    let strengths = Dictionary(request.segments.enumerated().map { ($1, $0) }) { first, _ in first }
    var ranked: [(key: Key, candidate: Candidate)] = []
    for prepared in scripts {
      let strength = prepared.script.segments.lazy.compactMap { strengths[$0] }.min()
      guard strength != nil || prepared.script.segments.isEmpty,
        prepared.script.fits(request.tone),
        let rank = request.languages.firstIndex(where: prepared.languages.contains),
        prepared.script.condition.map({ read($0).answer == .in }) ?? true
      else { continue }
      let isForTone = !prepared.script.tones.isEmpty
      let candidate = Candidate(
        prepared: prepared,
        language: request.languages[rank],
        segment: strength.map { request.segments[$0] },
        isForTone: isForTone
      )
      let key = Key(
        language: rank,
        strength: strength ?? Int.max,
        isForAnyTone: !isForTone,
        restrictions: prepared.restrictions,
        id: prepared.script.id
      )
      ranked.append((key, candidate))
    }
    return ranked.sorted { $0.key < $1.key }.map(\.candidate)
  }

  /// Why nothing fits: no script for the reason, the channel, the language, or the customer.
  package func reason(_ request: Request, title: String, read: RuleReading.Reader) -> String {
    let all = byIntent[request.intent] ?? []
    guard !all.isEmpty else { return "no script for \"\(title)\" yet" }
    let sound = all.filter { $0.script.broken == nil }
    guard !sound.isEmpty else { return "the scripts for \"\(title)\" cannot be used" }
    let heard = sound.filter { $0.script.serves(request.channel) }
    guard !heard.isEmpty else { return "no script for \"\(title)\" by \(request.channel.words)" }
    let spoken = heard.filter { request.languages.contains(where: $0.languages.contains) }
    guard !spoken.isEmpty else {
      let languages = request.languages.map(LocalFormat.languageName).joined(separator: " or ")
      return "no script for \"\(title)\" by \(request.channel.words) in \(languages)"
    }
    let segments = Set(request.segments)
    for prepared in spoken where prepared.script.fits(request.tone) {
      let wanted = prepared.script.segments
      guard wanted.isEmpty || wanted.contains(where: segments.contains) else { continue }
      guard let reading = prepared.script.condition.map(read), reading.answer == .unknown else {
        continue
      }
      return "no script yet: ask first, \(reading.because)"
    }
    return "no script for \"\(title)\" fits this customer"
  }

  private struct Key: Comparable {
    var language: Int
    var strength: Int
    var isForAnyTone: Bool
    var restrictions: Int
    var id: Script.ID

    static func < (left: Key, right: Key) -> Bool {
      if left.language != right.language { return left.language < right.language }
      if left.strength != right.strength { return left.strength < right.strength }
      if left.isForAnyTone != right.isForAnyTone { return !left.isForAnyTone }
      if left.restrictions != right.restrictions { return left.restrictions < right.restrictions }
      return left.id < right.id
    }
  }
}

extension Script {
  func serves(_ channel: Channel) -> Bool { channels.isEmpty || channels.contains(channel) }

  /// How many of segments, tones, channels and condition narrow it down.
  var restrictions: Int {
    [!segments.isEmpty, !tones.isEmpty, !channels.isEmpty, condition != nil].count { $0 }
  }

  fileprivate func fits(_ tone: Tone.ID) -> Bool { tones.isEmpty || tones.contains(tone) }
}
