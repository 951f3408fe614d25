import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentRevertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert",
    abstract: "Make a segment again what it was in a version.",
    discussion: """
      A new version is made; nothing of the history is rewritten. It is refused where what the \
      version refers to is not there any more.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: ArgumentHelp("The version's number, or the id of its change.", valueName: "n"))
  var to: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (id, history) = try opened.segmentWithHistory(segment)
    let version = try history.version(to)
    let now = opened.definitions.documents[history.reference]
    let stamp = opened.stamp()
    let made = DefinitionChange.reverting(
      history.reference,
      from: now,
      to: version,
      id: stamp.id,
      at: stamp.at,
      by: opened.agent.id,
      reason: change.reason ?? ""
    )
    let comparison = SegmentComparison(
      from: now,
      to: version.object,
      names: opened.segmentNames
    )
    let words = VersionWords(opened.definitions, wording: opened.wording)
    try opened.look(
      at: made,
      title: "\(id): back to \(words.line(version))",
      comparison,
      staying: history.staying(backTo: version, opened.definitions.documents),
      versions: (now, version.object),
      of: id,
      change,
      output.format
    )
  }
}

struct SegmentUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last change of a segment, whoever made it.",
    discussion: """
      All that was changed together is taken back together, as one new change. It is refused where \
      somebody changed the same since.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (id, history) = try opened.segmentWithHistory(segment)
    guard let version = history.standing, let last = version.change else {
      throw CommandFailure(code: "no-change", message: "\(id) has no change to take back")
    }
    let stamp = opened.stamp()
    let made = last.reversed(
      id: stamp.id,
      at: stamp.at,
      by: opened.agent.id,
      reason: change.reason ?? ""
    )
    let comparison = SegmentComparison(
      from: version.object,
      to: version.before,
      names: opened.segmentNames
    )
    let words = VersionWords(opened.definitions, wording: opened.wording)
    try opened.look(
      at: made,
      title: "\(id): takes back \(words.line(version))",
      comparison,
      versions: (version.object, version.before),
      of: id,
      change,
      output.format
    )
  }
}

extension OpenStore {
  /// Shows what going back changes, and does it where that is wanted.
  fileprivate func look(
    at change: DefinitionChange,
    title: String,
    _ comparison: SegmentComparison,
    staying: [RefiningLine] = [],
    versions: (old: JSON?, new: JSON?),
    of segment: Segment.ID,
    _ options: ChangeOptions,
    _ format: OutputFormat
  ) throws {
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now, old, new) = (
      self.counts(progress), self.now, versions.old, versions.new
    )
    let delta = try blocking {
      try await MemberDelta.counted(from: old, to: new, in: segment, counts, at: now)
    }
    progress.end()
    var lines = comparison.fields.map { RefiningLine(.plain, $0.label, $0.words) }
    if comparison.fields.isEmpty { lines.append(RefiningLine(.plain, "Nothing", "is different")) }
    if let delta {
      lines.append(RefiningLine(.plain, "Customers", delta.words))
      lines += RefiningLine.others(delta.others, names: segmentNames)
    }
    let others = change.edits.map(\.reference).filter { $0.id != segment.rawValue }
    if !others.isEmpty {
      let names = others.map(\.description).joined(separator: ", ")
      lines.append(RefiningLine(.plain, "Together with", names))
    }
    lines += staying
    let outcome = try outcome(of: change)
    let report = RefiningReport(
      title: title,
      lines: lines,
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      before: WrongBefore(change, outcome),
      details: [
        "segment": .string(segment.rawValue), "changes": comparison.json,
        "members": delta.map(\.json) ?? .null,
      ]
    )
    let printer = Printer(format)
    report.show(printer)
    try report.finish(change, in: self, options, printer)
  }
}
