import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentOverlapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlap",
    abstract: "Who is in two segments, for each pair, and who is in none or several.",
    discussion: """
      Of all segments that are not retired, or of those named. Pairs with the largest share of both in \
      either come first. Ends with 1 where no two segments have a customer in common.
      """
  )

  @Argument(help: "The segments' ids or names.") var segments: [String] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let named = try segments.map { try opened.segment($0) }
    let ids =
      named.isEmpty
      ? opened.definitions.segments.filter { $0.status != .retired }.map(\.id) : named
    let (overview, overlaps) = try opened.counting { counts, now in
      (try await counts.overview(at: now), try await counts.overlaps(of: ids, at: now))
    }
    let pairs = ids.indices.flatMap { row in
      ids.indices.filter { $0 > row }.map { column in
        (
          ids[row], ids[column],
          Overlap(
            first: overlaps[row][row],
            second: overlaps[column][column],
            both: overlaps[row][column]
          )
        )
      }
    }.sorted { left, right in
      let (one, other) = (left.2.ofEither ?? 0, right.2.ofEither ?? 0)
      return (other, left.0.rawValue, left.1.rawValue) < (one, right.0.rawValue, right.1.rawValue)
    }
    let printer = Printer(output.format)
    if output.format == .text {
      for (first, second, overlap) in pairs where overlap.both > 0 {
        printer.line(
          "\(first) and \(second): \(overlap.words(first.rawValue, second.rawValue))"
        )
      }
      let all = overview.customers
      printer.line(
        "of \(SegmentSizeTable.number(all)) customers "
          + "\(SegmentSizeTable.number(overview.inNone)) are in no active segment "
          + "(\(SegmentOverviewTable.share(overview.inNone, all))), "
          + "\(SegmentSizeTable.number(overview.inSeveral)) in two or more "
          + "(\(SegmentOverviewTable.share(overview.inSeveral, all)))"
      )
    } else {
      printer.json([
        "customers": JSON(overview.customers), "inNone": JSON(overview.inNone),
        "inSeveral": JSON(overview.inSeveral),
        "pairs": .array(pairs.map { $0.2.json($0.0, $0.1) }),
      ])
    }
    if pairs.allSatisfy({ $0.2.both == 0 }) { throw ExitStatus.no }
  }
}
