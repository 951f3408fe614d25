import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Two segments side by side: sizes, rules, who is in both, and how members differ."
  )

  @Argument(help: "A segment's id or name.") var first: String
  @Argument(help: "Another one's.") var second: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (one, other) = (try opened.foundSegment(first), try opened.foundSegment(second))
    guard one.id != other.id else {
      throw CommandFailure(
        code: "same-segment",
        message: "\"\(first)\" and \"\(second)\" are the same segment; name another one"
      )
    }
    let ids = [one.id, other.id]
    let (sizes, overlaps, contrast) = try opened.counting { counts, now in
      (
        try await counts.sizes(of: ids, at: now), try await counts.overlaps(of: ids, at: now),
        try await counts.contrast(.members([ids[0]]), with: .members([ids[1]]), at: now)
      )
    }
    let overlap = Overlap(first: overlaps[0][0], second: overlaps[1][1], both: overlaps[0][1])
    let printer = Printer(output.format)
    guard output.format == .text else {
      return printer.json([
        "sizes": .array(
          sizes.map { size in
            [
              "segment": .string(size.id.rawValue), "in": JSON(size.counts.isIn),
              "unknown": JSON(size.counts.unknown), "out": JSON(size.counts.out),
            ]
          }
        ),
        "overlap": overlap.json(one.id, other.id), "apart": contrast.json,
      ])
    }
    let words = MembershipEvaluator(opened.definitions, at: opened.now).words
    for (segment, size) in zip([one, other], sizes) {
      printer.line("\(segment.name) (\(segment.id)): \(size.counts.words)")
      printer.line("  \(segment.rule.map(words.sentence) ?? "no rule")")
    }
    printer.line(overlap.words(one.name, other.name))
    for line in ContrastText(contrast, opened, []).lines(one.name, other.name) {
      printer.line(line)
    }
  }
}
