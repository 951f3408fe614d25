import JSONLogic
import RapportCore

/// What is to be tried out: a draft, and the customers that it is shown for.
struct Trial: Sendable {
  var draft: DefinitionDraft
  var samples: [Sample]
  var agent: Agent
  var language: String
  var generation: Int
  var now: Instant

  /// What saving it would change.
  var change: DefinitionChange {
    DefinitionChange(
      id: .init(draft.id.rawValue),
      at: now,
      by: agent.id,
      reason: "",
      edits: [.init(draft.reference, before: draft.base, after: draft.object)]
    )
  }
}

/// What came of it.
struct TrialOutcome: Sendable {
  /// All problems of the object, and those elsewhere that the change would make.
  var problems: [Problem]
  /// Of all, those that are not there without the change.
  var newProblems: [Problem]
  /// Pinned customers whom the rules would not take as they do now.
  var brokenPins: [BrokenPin]
  /// Those of the segment whom they do not take so now either, and would not then.
  var pinsBrokenBefore: [BrokenPin] = []
  var previews: [SamplePreview]
  var generation: Int
  /// Whom a segment takes in or lets go by another status; nil where it does not by that.
  var turn: StatusTurn?

  /// `1 error, 2 pinned customers`: what is wrong with or without the change.
  var wordsOfBefore: String? {
    let known = problems.filter { problem in
      problem.severity > .hint && !newProblems.contains(problem)
    }
    let counts = [Problem.Severity.error, .warning].map { severity in
      (known.count { $0.severity == severity }, severity.rawValue)
    }
    let words = (counts + [(pinsBrokenBefore.count, "pinned customer")])
      .filter { $0.0 > 0 }.map { TimeWords.plural($0.0, $0.1) }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var newErrors: [Problem] { newProblems.filter { $0.severity == .error } }
}

extension TrialOutcome {
  init(_ trial: Trial, _ outcome: DefinitionTrial.Outcome) {
    let reference = trial.draft.reference
    let documents = outcome.definitions.documents
    func isOwn(_ problem: Problem) -> Bool {
      DefinitionReference(problem.place, in: documents) == reference
    }
    self.init(
      problems: outcome.problems.filter(isOwn) + outcome.newProblems.filter { !isOwn($0) },
      newProblems: outcome.newProblems,
      brokenPins: outcome.brokenPins,
      pinsBrokenBefore: outcome.pinsBrokenBefore.filter {
        reference == DefinitionReference(.segment, $0.segment.rawValue)
      },
      previews: DefinitionPreview(trial, outcome.definitions).previews,
      generation: trial.generation,
      turn: StatusTurn(countingFor: trial.draft)
    )
  }
}

/// A customer that a draft is shown for.
struct Sample: Sendable {
  /// Nil is a caller of whom nothing is known.
  var known: KnownCustomer?
  /// `Zoë Müller`.
  var name: String
  /// `Loyal advocates`, `in no segment`.
  var detail: String

  static let nobody = Sample(known: nil, name: "Nobody known", detail: "nothing on record")
}

/// A draft as one customer would have it.
struct SamplePreview: Sendable {
  enum Part: Sendable {
    /// Words to say, with blanks.
    case spans(label: String, [TemplateSpan])
    case words(label: String, String)
  }

  var name: String
  var detail: String
  var parts: [Part]
}
