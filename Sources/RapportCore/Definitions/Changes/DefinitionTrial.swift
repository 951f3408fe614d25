import JSONLogic

/// Tries changes of definitions out before they are saved.
///
/// What is wrong already is found once, so that a form can ask at every key what its change would make
/// wrong. Costs a decoding and a check of the whole store each time.
package struct DefinitionTrial: Sendable {
  package struct Outcome: Sendable {
    /// The definitions as they would be.
    package var definitions: Definitions
    /// Everything that would be wrong with them, and of that what is not wrong now.
    package var problems: [Problem]
    package var newProblems: [Problem]
    /// What has to be known of customers to tell which pins break.
    package var reading: PinReading
    /// Customers pinned to segments whom the rules would not take as they do now.
    ///
    /// It is saved only where the reason says why. None as long as nobody is known.
    package var brokenPins: [BrokenPin] = []
    /// Those whom the rules take otherwise with the change and without it.
    package var pinsBrokenBefore: [BrokenPin] = []

    fileprivate let before: Definitions
    fileprivate let moment: Instant

    /// The same with the pins that break of customers who are known.
    package func knowing(_ known: [Customer.ID: KnownCustomer]) -> Outcome {
      var outcome = self
      (outcome.brokenPins, outcome.pinsBrokenBefore) =
        BrokenPin.compared(from: before, to: definitions, known, at: moment)
      return outcome
    }

    /// Whether the change may not be saved, whatever its reason says.
    package var isRefused: Bool { newProblems.contains { $0.severity == .error } }
  }

  /// As they are.
  package let definitions: Definitions
  package let problems: [Problem]
  private let moment: Instant
  private let known: Set<ProblemKey>

  package init(_ definitions: Definitions, at moment: Instant) {
    self.definitions = definitions
    self.moment = moment
    problems = StoreCheck.problems(of: definitions, at: moment)
    known = Set(problems.map { ProblemKey($0, in: definitions.documents) })
  }

  /// What would come of a change; of pins it says only who has to be known to tell.
  package func outcome(of change: DefinitionChange) -> Outcome {
    let changed = definitions.applying(change)
    let problems = StoreCheck.problems(of: changed, at: moment)
    return Outcome(
      definitions: changed,
      problems: problems,
      newProblems: change.refusals(in: definitions.documents)
        + problems.filter { !known.contains(ProblemKey($0, in: changed.documents)) },
      reading: change.isAboutPins ? PinReading(from: definitions, to: changed) : .nothing,
      before: definitions,
      moment: moment
    )
  }
}

extension Definitions {
  /// The definitions as they would be with a change made: its documents edited, and all decoded anew.
  package func applying(_ change: DefinitionChange) -> Definitions {
    Definitions(decoding: documents.applying(change))
  }
}

/// Tells problems apart over a change: an item of a list keeps its id when others come before it.
private struct ProblemKey: Hashable {
  private let place: [String]
  private let severity: Problem.Severity
  private let message: String

  init(_ problem: Problem, in documents: DefinitionDocuments) {
    var tokens = problem.place.pointer.flatMap { JSONPointer(parsing: $0) }?.tokens ?? []
    let file = problem.place.file
    if let items = documents.files[file]?.arrayValue, let first = tokens.first,
      let position = Int(first), items.indices.contains(position),
      let id = (items[position]["id"] ?? items[position]["path"])?.stringValue
    {
      tokens[0] = id
    }
    place = [file] + tokens
    severity = problem.severity
    message = problem.message
  }
}
