import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What is different between two versions of a segment, in words.",
    discussion: """
      Without FROM and TO the last change; with FROM alone, that version and the newest. Versions \
      are named by their number, as `rapport segment history` prints it, or by the id of a change.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Argument(help: "The earlier version.") var from: String?
  @Argument(help: "The later version.") var to: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (id, history) = try opened.segmentWithHistory(segment)
    guard let newest = history.versions.first else {
      throw CommandFailure(code: "no-version", message: "\(id) has no version")
    }
    let new = try to.map { try history.version($0) } ?? newest
    let old = try from.map { try history.version($0) }
    let before = old.map(\.object) ?? new.before ?? (new.change == nil ? new.object : nil)
    let names = opened.segmentNames
    let comparison = SegmentComparison(from: before, to: new.object, names: names)
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now) = (opened.counts(progress), opened.now)
    let delta = try blocking {
      try await MemberDelta.counted(from: before, to: new.object, in: id, counts, at: now)
    }
    progress.end()
    let printer = Printer(output.format)
    let fromRevision = old?.revision ?? history.reference.revision(of: before)
    guard output.format == .text else {
      return printer.json([
        "segment": .string(id.rawValue), "from": fromRevision.map { JSON($0) } ?? .null,
        "to": JSON(new.revision), "changes": comparison.json,
        "members": delta.map(\.json) ?? .null,
      ])
    }
    let start = fromRevision.map { "version \($0)" } ?? "nothing"
    printer.line("\(start) -> version \(new.revision)")
    if comparison.fields.isEmpty { printer.line("  nothing is different") }
    for field in comparison.fields { printer.line("  \(field.text)") }
    guard let delta else { return }
    printer.line("  \(delta.words)")
    for (word, ids) in [
      ("joined", delta.difference.joiners), ("left", delta.difference.leavers),
    ] where !ids.isEmpty {
      printer.line("  \(word): \(ids.map(\.rawValue).joined(separator: ", "))")
    }
    for line in RefiningLine.others(delta.others, names: names) {
      printer.line(line.text.isEmpty ? "  \(line.label)" : "    \(line.label): \(line.text)")
    }
  }
}

extension SegmentHistory {
  /// The version of that number or change, or a failure that says which there are.
  func version(_ name: String) throws(CommandFailure) -> SegmentVersion {
    guard let version = self[name] else {
      throw CommandFailure(
        code: "no-version",
        message: "there is no version \(name) of \(reference.id): \(choices)"
      )
    }
    return version
  }
}

extension SegmentComparison {
  /// Each field with its words.
  var json: JSON {
    .array(
      fields.map { field in
        ["field": .string(field.key), "label": .string(field.label), "words": .string(field.words)]
      }
    )
  }
}

extension MemberDelta {
  /// Whom a change took in and let go, of today's customers.
  var json: JSON {
    func ids(_ ids: [Customer.ID]) -> JSON { .array(ids.map { .string($0.rawValue) }) }
    return [
      "joined": JSON(difference.joining), "left": JSON(difference.leaving),
      "joiners": ids(difference.joiners), "leavers": ids(difference.leavers),
      "before": JSON(difference.before.isIn), "after": JSON(difference.after.isIn),
      "others": .array(others.map(\.json)),
    ]
  }
}

extension SegmentsEffect.Part {
  /// A segment that somebody joins or leaves because another one changes.
  var json: JSON {
    [
      "segment": .string(id.rawValue), "joining": JSON(difference.joining),
      "leaving": JSON(difference.leaving), "was": JSON(difference.before.isIn),
      "in": JSON(difference.after.isIn), "unknown": JSON(difference.after.unknown),
    ]
  }
}

extension SegmentOutcome {
  var json: JSON {
    [
      "customers": customers.map { JSON($0) } ?? .null, "contacts": JSON(contacts),
      "rated": JSON(rated), "satisfied": JSON(satisfied),
    ]
  }
}
