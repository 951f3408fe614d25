import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put two segments together; the second is retired.",
    discussion: """
      Who is in either is in what comes out of it; with --all, who is in both. Scripts, offers and \
      rules that refer to the second refer to the result afterwards. Where the two say different \
      things the first counts, unless --choose says otherwise: --choose tone=second.
      """
  )

  @Argument(help: "The segment that stays.") var first: String
  @Argument(help: "The segment that is retired.") var second: String
  @Option(help: ArgumentHelp("A new segment instead; both are retired.", valueName: "id"))
  var into: String?
  @Option(help: "What the result is called.") var name: String?
  @Flag(help: "Only who is in both.") var all = false
  @Option(
    help: ArgumentHelp("Which of the two counts for a field.", valueName: "field=first|second")
  )
  var choose: [String] = []
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let ids = (try opened.segment(first), try opened.segment(second))
    var merge = try refusing { () throws(SegmentRefusal) in
      try SegmentMerge(
        ids.0,
        ids.1,
        into: into.map { Segment.ID($0) },
        joining: all ? .all : .any,
        in: opened.definitions
      )
    }
    merge.choices = try choices(merge)
    merge.name = name
    let now = opened.now
    merge.place(try opened.facts(of: Set(merge.named)), at: now)
    let stamp = opened.stamp()
    let made = merge.change(
      stamp.id,
      at: stamp.at,
      by: opened.agent.id,
      reason: change.reason ?? ""
    )
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, looked) = (opened.counts(progress), merge)
    let preview = try blocking { try await looked.preview(counts, at: now) }
    progress.end()
    let outcome = try opened.outcome(of: made)
    let names = opened.segmentNames
    let report = RefiningReport(
      title: "\(merge.first.name) and \(merge.second.name) "
        + "become \(merge.object["name"]?.stringValue ?? merge.target.rawValue)",
      lines: merge.lines(preview, names: names),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      before: WrongBefore(made, outcome),
      details: merge.details(preview, names)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, change, printer)
  }

  private func choices(_ merge: SegmentMerge) throws -> [String: SegmentMerge.Side] {
    let keys = merge.fields.filter(\.isConflict).map(\.key)
    var choices: [String: SegmentMerge.Side] = [:]
    for text in choose {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let side = SegmentMerge.Side(rawValue: parts[1]) else {
        throw CommandFailure(
          code: "bad-choice",
          message: "--choose \(text): write a field and a side, such as tone=second"
        )
      }
      guard keys.contains(parts[0]) else {
        let there = keys.isEmpty ? "there is nothing to choose" : keys.joined(separator: ", ")
        throw CommandFailure(
          code: "bad-choice",
          message: "--choose \(text): the two do not differ in that; there is \(there)"
        )
      }
      choices[parts[0]] = side
    }
    return choices
  }
}

extension SegmentMerge {
  fileprivate func details(_ preview: MergePreview, _ names: SegmentNames) -> JSONObject {
    func ids(_ ids: [Customer.ID]) -> JSON { .array(ids.map { .string($0.rawValue) }) }
    return [
      "into": .string(target.rawValue), "retired": .array(retired.map { .string($0.id.rawValue) }),
      "rule": rule?.json ?? .null, "words": .string(rule.map { names.sentence($0.json) } ?? ""),
      "leftOut": .array(
        (rule?.omissions ?? []).map { ["rule": $0.condition, "because": $0.because] }
      ),
      "fields": .array(fields.map(field)), "object": object,
      "counts": [
        "first": JSON(preview.first.isIn), "second": JSON(preview.second.isIn),
        "both": JSON(preview.both), "in": JSON(preview.after.isIn),
        "unknown": JSON(preview.after.unknown), "joining": JSON(preview.joining),
        "leaving": JSON(preview.leaving), "fromNeither": JSON(preview.fromNeither),
        "toNeither": JSON(preview.toNeither), "joiners": ids(preview.joiners),
        "leavers": ids(preview.leavers),
      ],
      "others": .array(preview.others.map(\.json)),
      "dropped": .array(dropped.map { .string($0) }),
      "moved": .array(moved.map { .string($0.reference.description) }),
    ]
  }

  private func field(_ field: Field) -> JSON {
    let outcome: JSON =
      switch field.outcome {
      case .united: "united"
      case .chosen(let side), .only(let side): .string(side.rawValue)
      }
    return [
      "field": .string(field.key), "first": field.first ?? .null, "second": field.second ?? .null,
      "conflict": .bool(field.isConflict), "taken": outcome,
      "contradictions": .array(field.contradictions.map { .string($0) }),
    ]
  }
}
