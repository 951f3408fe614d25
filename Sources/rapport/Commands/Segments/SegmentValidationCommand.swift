import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentValidationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validation",
    abstract: "Whether customers and agents confirm segments, and which condition they doubt.",
    discussion: """
      A segment is validated when enough customers were asked and enough agents voted, so that with 95 % \
      certainty most of those in it fit; it is to be reviewed when the votes leave no doubt of the \
      opposite. Votes count from the version on that has today's rule: of each agent the latest on each \
      customer, and "not sure" is told and counts for neither side. Ends with 1 where one is to be \
      reviewed.
      """
  )

  @Argument(help: "The segment; all active ones without it.") var segment: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let id = try segment.map { try opened.segment($0) }
    let shown = opened.definitions.segments.filter {
      id == nil ? $0.status == .active : $0.id == id
    }
    let (journal, definitionStore, now) = (opened.journal, opened.definitionStore, opened.now)
    let (feedback, changes) = try blocking {
      (
        try await journal.feedback(limit: .max),
        try await definitionStore.changes(of: nil, limit: .max)
      )
    }
    let validations = SegmentValidations(
      feedback,
      changes,
      opened.definitions.settings,
      at: now
    )
    let report = try shown.map { segment in
      let validation = validations[segment]
      let doubts = id == nil ? [] : try opened.doubts(of: segment, validation)
      return ValidationReport(segment, validation, doubts)
    }
    let printer = Printer(output.format)
    if output.format != .text {
      printer.json(id == nil ? .array(report.map(\.json)) : report.first?.json ?? .null)
    } else if id == nil {
      printer.table([["segment", "state", "agents", "customers"]] + report.map(\.row))
    } else {
      for line in report.flatMap(\.lines) { printer.line(line) }
    }
    if report.contains(where: { $0.validation.state == .toReview }) { throw ExitStatus.no }
  }
}

extension OpenStore {
  /// What the votes say of each condition that has a limit.
  fileprivate func doubts(
    of segment: Segment,
    _ validation: SegmentValidation
  ) throws -> [ConditionDoubt] {
    let facts = try facts(of: Set(validation.counted.compactMap(\.customer)))
    let words = MembershipEvaluator(definitions, at: now).words
    return ConditionDoubt.all(of: segment, validation.counted, words) { facts[$0] }
  }
}
