import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a segment.",
    discussion: """
      It begins as a draft, weaker than every other, so that it takes nothing from one that is there: \
      --set status=active puts it into use at once, --set priority=15 makes it stronger. What it \
      would do comes first: how many belong, some of them with what decides, and the segments that \
      share them. Fields are set as in "rapport segment edit".
      """
  )

  @Argument(help: "Its id: small letters, digits and hyphens.") var id: String
  @Option(help: ArgumentHelp("What it is called.", valueName: "text")) var name: String
  @Option(help: ArgumentHelp("Who belongs: JSON, @FILE, or -.", valueName: "json"))
  var rule: String?
  @Option(help: ArgumentHelp("What it is for.", valueName: "text")) var goal: String?
  @Option(help: ArgumentHelp("Another field and its value.", valueName: "field=value"))
  var set: [String] = []
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    guard Slug.isWellFormed(id) else {
      throw CommandFailure(
        code: "bad-id",
        message: "\"\(id)\" is no id: small letters, digits and hyphens, such as "
          + Slug.made(from: id)
      )
    }
    let reference = DefinitionReference(.segment, id)
    guard opened.definitions.documents[reference] == nil else {
      throw CommandFailure(
        code: "taken",
        message: "there is a segment \(id) already: rapport segment edit \(id) changes it"
      )
    }
    var object: JSON = [
      "id": .string(id), "name": .string(name), "status": .string(Segment.Status.draft.rawValue),
      "priority": JSON(opened.definitions.weakestPriority),
    ]
    if let goal { object["goal"] = ["text": .string(goal)] }
    let after = try SegmentFields(rule: rule, set: set).edited(object)
    let made = opened.change(of: reference, from: nil, to: after, change)
    let outcome = try opened.outcome(of: made)
    let preview = try SegmentPreview(nil, after, Segment.ID(id), in: opened)
    let report = RefiningReport(
      title: "\(name), a new segment",
      lines: preview.lines(nil, after, opened),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      details: preview.details(Segment.ID(id), nil, after)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, change, printer)
  }
}
