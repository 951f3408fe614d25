import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every version of a segment: who changed what, when and why.",
    discussion: """
      The newest first: what was changed in words, whom the changed rule takes in and lets go of \
      today's customers, and what came of the contacts with members while the version was in use.
      """
  )

  @Argument(help: "The segment's id or name.") var segment: String
  @Option(help: "At most so many versions.") var limit = 20
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let (id, history) = try opened.segmentWithHistory(segment)
    let versions = Array(history.versions.prefix(limit))
    let progress = ProgressLine()
    defer { progress.end() }
    let (counts, now) = (opened.counts(progress), opened.now)
    let deltas = try blocking {
      var deltas: [MemberDelta?] = []
      for version in versions {
        deltas.append(
          version.change == nil
            ? nil
            : try await MemberDelta.counted(
              from: version.before,
              to: version.object,
              in: id,
              counts,
              at: now
            )
        )
      }
      return deltas
    }
    let figures = try blocking { try await counts.outcomes(ofVersionsOf: id, at: now) }
    progress.end()
    let printer = Printer(output.format)
    let (names, words) = (
      opened.segmentNames, VersionWords(opened.definitions, wording: opened.wording)
    )
    var rows: [JSON] = []
    for (version, delta) in zip(versions, deltas) {
      let comparison = SegmentComparison(from: version.before, to: version.object, names: names)
      let outcome = figures[version.revision]
      if output.format == .text {
        printer.line(words.line(version))
        if version.change != nil { printer.line("  \(comparison.text)") }
        if let delta {
          printer.line("  \(delta.words)")
          for other in delta.others {
            printer.line("  \(names.segment(other.id)): \(other.difference.words)")
          }
        }
        if let outcome { printer.line("  in this version: \(outcome.words)") }
        let others = version.others(than: history.reference).map(\.description)
        if !others.isEmpty {
          printer.line("  changed together with \(others.joined(separator: ", "))")
        }
      } else {
        rows.append(version.json(comparison, delta, outcome))
      }
    }
    if output.format != .text { printer.json(.array(rows)) }
  }
}

extension SegmentVersion {
  fileprivate func json(
    _ comparison: SegmentComparison,
    _ delta: MemberDelta?,
    _ outcome: SegmentOutcome?
  ) -> JSON {
    [
      "revision": JSON(revision), "change": change.map { .string($0.id.rawValue) } ?? .null,
      "at": change.map { .string($0.at.description) } ?? .null,
      "by": change.map { .string($0.by.rawValue) } ?? .null,
      "reason": change.map { .string($0.reason) } ?? .null,
      "changes": change == nil ? [] : comparison.json,
      "members": delta.map(\.json) ?? .null, "figures": outcome.map(\.json) ?? .null,
      "object": object ?? .null,
    ]
  }
}
