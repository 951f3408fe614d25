/// Feedback in words that agents use.
package struct FeedbackWords: Sendable {
  private let definitions: Definitions

  package init(_ definitions: Definitions) { self.definitions = definitions }

  private func text(_ text: LocalizedText) -> String? {
    text.text(preferring: [definitions.settings.language, "en"])
  }

  /// What a definition is called; its id where it is not there any more.
  package func name(of subject: Feedback.Subject) -> String {
    let name: String? =
      switch subject.definition?.kind {
      case .segment: definitions.segments.first { $0.id.rawValue == subject.id }?.name
      case .tone: definitions.tones.first { $0.id.rawValue == subject.id }?.name
      case .service:
        definitions.services.first { $0.id.rawValue == subject.id }.flatMap { text($0.name) }
      case .script:
        definitions.scripts.first { $0.id.rawValue == subject.id }.flatMap { text($0.title) }
      case .intent:
        definitions.intents.first { $0.id.rawValue == subject.id }.flatMap { text($0.title) }
      case .store: definitions.settings.name
      case .agent, .attribute, nil: nil
      }
    return name?.nonBlank ?? subject.id
  }

  /// The part that is meant: a step by its label, a phrase by its words; nil for the whole.
  package func part(of subject: Feedback.Subject) -> String? {
    guard let part = subject.part else { return nil }
    switch subject.definition?.kind {
    case .script:
      if part == "subject" { return "the subject" }
      let script = definitions.scripts.first { $0.id.rawValue == subject.id }
      return script?.steps.first { $0.id == part }.flatMap { text($0.label) } ?? part
    case .store:
      let step = definitions.settings.always.first { $0.id == part }
      return step.flatMap { text($0.label) } ?? part
    case .segment:
      let segment = definitions.segments.first { $0.id.rawValue == subject.id }
      return segment?.part(part)?.text ?? part
    case .tone: return phrase(part, of: subject).map { "“\($0)”" } ?? "a phrase"
    default: return part
    }
  }

  private func phrase(_ part: String, of subject: Feedback.Subject) -> String? {
    let parts = part.split(separator: "/").map(String.init)
    guard parts.count == 3, let list = TonePhrase.List(rawValue: parts[0]),
      let tone = definitions.tones.first(where: { $0.id.rawValue == subject.id }),
      let texts = list.texts(of: tone)[parts[1]], let index = Int(parts[2]),
      texts.indices.contains(index)
    else { return nil }
    return texts[index]
  }

  /// `Charged twice, Open`; what the team lacks where it is on nothing.
  package func subject(_ subject: Feedback.Subject?) -> String {
    guard let subject else { return "what we lack" }
    return name(of: subject) + (part(of: subject).map { ", \($0)" } ?? "")
  }

  /// `Maria Keller`; the id of somebody who is not in the store.
  package func agent(_ id: Agent.ID) -> String {
    definitions.agents.first { $0.id == id }?.name.nonBlank ?? id.rawValue
  }

  /// What was said of something: `Loyal advocates does not fit`.
  package static func sentence(_ verdict: Feedback.Verdict, _ name: String) -> String {
    switch verdict {
    case .fits, .not: "\(name) \(verdict.words)"
    case .unsure: "not sure about \(name)"
    case .agrees, .disagrees, .other, .reviewed: "\(name): \(verdict.words)"
    case .lacks: verdict.words
    }
  }
}

extension Feedback.Verdict {
  /// `does not fit`.
  package var words: String {
    switch self {
    case .fits: "fits"
    case .not: "does not fit"
    case .unsure: "not sure"
    case .agrees: "agrees"
    case .disagrees: "disagrees"
    case .other: "something else"
    case .lacks: "they asked for something we lack"
    case .reviewed: "reviewed"
    }
  }

  /// `3 fit`, `1 does not`.
  fileprivate func counted(_ count: Int) -> String {
    let isOne = count == 1
    switch self {
    case .fits: return "\(count) \(isOne ? "fits" : "fit")"
    case .not: return "\(count) \(isOne ? "does" : "do") not"
    case .unsure: return "\(count) not sure"
    case .agrees: return "\(count) \(isOne ? "agrees" : "agree")"
    case .disagrees: return "\(count) \(isOne ? "disagrees" : "disagree")"
    case .other: return "\(count) something else"
    case .lacks: return "asked for"
    case .reviewed: return "\(count) reviewed"
    }
  }
}

/// What was said of one definition, or one thing that the team lacks.
package struct FeedbackGroup: Sendable, Identifiable {
  /// `segment/loyal-advocates`; the line's own id for what is lacking.
  package var id: String
  package var subject: Feedback.Subject?
  /// Those that wait for an answer first, then the newest first.
  package var lines: [Feedback]

  package var waiting: [Feedback] { lines.filter(\.waits) }

  /// `3 fit, 4 do not, of 3 agents`, of the lines that count; what was asked for where it is on nothing.
  package var counts: String {
    guard subject != nil else { return lines.first?.reason ?? Feedback.Verdict.lacks.words }
    let counted = Feedback.latest(lines.sorted { ($1.at, $1.id) < ($0.at, $0.id) })
    let verdicts = Feedback.Verdict.allCases.compactMap { verdict -> String? in
      let count = counted.count { $0.verdict == verdict }
      return count == 0 ? nil : verdict.counted(count)
    }
    let agents = Set(counted.map(\.by)).count
    return verdicts.joined(separator: ", ") + ", of \(agents) agent\(agents == 1 ? "" : "s")"
  }

  /// Those with a line that waits for an answer first, then those that were spoken of last; without marks
  /// of reviews.
  package static func groups(_ all: [Feedback]) -> [FeedbackGroup] {
    var groups: [String: FeedbackGroup] = [:]
    for line in all where line.verdict != .reviewed {
      let id = line.on.map { "\($0.kind)/\($0.id)" } ?? line.id.rawValue
      let subject = line.on.map { Feedback.Subject($0.kind, $0.id) }
      groups[id, default: FeedbackGroup(id: id, subject: subject, lines: [])].lines.append(line)
    }
    for id in groups.keys {
      groups[id]?.lines.sort { left, right in
        guard left.waits == right.waits else { return left.waits }
        return (right.at, right.id) < (left.at, left.id)
      }
    }
    return groups.values.sorted { left, right in
      guard left.waiting.isEmpty == right.waiting.isEmpty else { return right.waiting.isEmpty }
      return (right.latest, right.id) < (left.latest, left.id)
    }
  }

  /// When it was last spoken of, or what waits was said.
  private var latest: Instant {
    let said = waiting.isEmpty ? lines : waiting
    return said.map(\.at).max() ?? Instant(milliseconds: 0)
  }
}
