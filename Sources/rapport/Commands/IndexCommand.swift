import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build the snapshot that makes finding and counting fast.",
    discussion: """
      It lies in the store's `.cache`, can be removed at any time, and is built where it is missing. \
      A new one is built where lines were added since; a good one stays.
      """
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let progress = ProgressLine()
    defer { progress.end() }
    let counts = SegmentCounts(
      opened.location,
      opened.definitions,
      longestTail: 0,
      observer: progress.observer
    )
    let now = opened.now
    let summary = try blocking { try await counts.prepare(at: now) }
    progress.end()
    let printer = Printer(output.format)
    if output.format == .text {
      printer.line("\(summary.customers) customers, \(summary.bytes >> 10) KiB")
      printer.line(summary.path ?? "kept in memory only: there is no place to write it")
      if summary.damaged > 0 {
        printer.line("\(summary.damaged) lines cannot be read; `rapport check` names them")
      }
      for path in summary.givenUp {
        printer.line("\(path): too many different texts to be counted")
      }
    } else {
      printer.json([
        "customers": JSON(summary.customers), "bytes": JSON(summary.bytes),
        "damaged": JSON(summary.damaged), "path": summary.path.map { .string($0) } ?? .null,
        "withoutColumn": .array(summary.givenUp.map { .string($0) }),
      ])
    }
  }
}
