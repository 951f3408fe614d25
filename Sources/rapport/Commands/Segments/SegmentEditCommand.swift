import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a segment's rule or its other fields.",
    discussion: """
      What it would do comes first: the rule in words, how many join and leave, some of them with what \
      decides, the segments that share its members, and those whose rules ask for it. A field is a JSON pointer or a key; its value \
      is JSON, or text where it is no JSON; without a value the field goes: --set priority=15 --set \
      goal/target=0.9 --set owner=.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: ArgumentHelp("The rule: JSON, @FILE, or -.", valueName: "json")) var rule: String?
  @Option(help: ArgumentHelp("A field and its value.", valueName: "field=value"))
  var set: [String] = []
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard rule != nil || !set.isEmpty else {
      throw ValidationError("say what to change: --rule JSON or --set FIELD=VALUE")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    let reference = DefinitionReference(.segment, id.rawValue)
    guard let before = opened.definitions.documents[reference],
      let old = opened.definitions.segments.first(where: { $0.id == id })
    else {
      throw CommandFailure(code: "no-segment", message: "\(id) has no file that can be read")
    }
    let after = try SegmentFields(rule: rule, set: set).edited(before)
    let made = opened.change(of: reference, from: before, to: after, change)
    let outcome = try opened.outcome(of: made)
    let preview = try SegmentPreview(old, after, id, in: opened)
    let report = RefiningReport(
      title: "\(old.name), version \(old.revision) -> \(old.revision + 1)",
      lines: preview.lines(before, after, opened) + status(old, after, opened),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      before: WrongBefore(made, outcome),
      details: preview.details(id, before, after)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, change, printer)
  }

  /// What goes or comes with the segment where it is taken out of use or brought back.
  private func status(
    _ old: Segment,
    _ after: JSON,
    _ opened: OpenStore
  ) -> [RefiningLine] {
    guard let status = Segment(decoding: after, id: old.id)?.status,
      (status == .active) != (old.status == .active)
    else { return [] }
    return SegmentRetirement(of: old, to: status, in: opened.definitions).lines(
      effect: nil,
      feedback: 0,
      language: opened.definitions.settings.language,
      names: opened.segmentNames
    )
  }
}
