import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Take a segment out of use: nobody is in it any more.",
    discussion: """
      Shows which scripts, segments and offers refer to it and what its members lose. Nothing is \
      deleted: `rapport segment reactivate` brings it back.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try SegmentStatusChange(status: .retired).run(segment, change, store, output)
  }
}

struct SegmentReactivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reactivate",
    abstract: "Bring a retired or draft segment into use."
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try SegmentStatusChange(status: .active).run(segment, change, store, output)
  }
}

/// Retiring a segment, and bringing it back.
private struct SegmentStatusChange {
  let status: Segment.Status

  func run(
    _ name: String,
    _ options: ChangeOptions,
    _ store: StoreOptions,
    _ output: OutputOptions
  ) throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(name)
    let retirement = try refusing { () throws(SegmentRefusal) in
      try SegmentRetirement(id, to: status, in: opened.definitions)
    }
    let stamp = opened.stamp()
    let made = retirement.change(
      stamp.id,
      at: stamp.at,
      by: opened.agent.id,
      reason: options.reason ?? ""
    )
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now, journal) = (opened.counts(progress), opened.now, opened.journal)
    let effect = try blocking {
      try await counts.effect(of: SegmentsChange(made), samples: 0, at: now)
    }
    let lines = try blocking { try await journal.feedback(limit: 100_000) }
    progress.end()
    let feedback = lines.count { $0.isSaid(of: id) }
    let outcome = try opened.outcome(of: made)
    let verb = status == .active ? "comes back into use" : "is retired"
    let report = RefiningReport(
      title: "\(retirement.segment.name) \(verb)",
      lines: retirement.lines(
        effect: effect,
        feedback: feedback,
        language: opened.definitions.settings.language,
        names: opened.segmentNames
      ),
      problems: outcome.newProblems,
      pins: outcome.brokenPins,
      before: WrongBefore(made, outcome),
      details: retirement.details(effect, feedback)
    )
    let printer = Printer(output.format)
    report.show(printer)
    try report.finish(made, in: opened, options, printer)
  }
}

extension SegmentRetirement {
  fileprivate func details(_ effect: SegmentsEffect, _ feedback: Int) -> JSONObject {
    let (all, onlyHere) = services
    let own = effect[segment.id]
    let members = (status == .active ? own.after : own.before).isIn
    return [
      "segment": .string(segment.id.rawValue), "status": .string(status.rawValue),
      "members": JSON(members), "tone": segment.tone.map { .string($0.rawValue) } ?? .null,
      "services": .array(all.map { .string($0.id.rawValue) }),
      "onlyHere": .array(onlyHere.map { .string($0.id.rawValue) }), "feedback": JSON(feedback),
      "others": .array(effect.parts.filter { !$0.isDirect && $0.isSeen }.map(\.json)),
      "uses": .array(
        uses.map { use in
          [
            "kind": .string(use.reference.kind.rawValue), "id": .string(use.reference.id),
            "name": .string(use.name), "manner": .string(use.manner.rawValue),
            "only": .bool(use.isOnly),
          ]
        }
      ),
    ]
  }
}
