import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct SegmentSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "A call list: some members of a segment, and what to ask them.",
    discussion: """
      Members are drawn by chance; the same --seed draws the same ones as long as nobody joins or \
      leaves. Left out are accounts, who cannot be reached, and who was called, or asked about this \
      segment, within 30 days. Each need and preference is a question; `segment answer` keeps what \
      they say. Ends with 1 where there is nobody to call.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, csv }

  @Argument(help: "The segment.") var segment: String
  @Option(name: .customLong("n"), help: ArgumentHelp("At most so many.", valueName: "number"))
  var count = 10
  @Option(help: ArgumentHelp("Draws others; the day's number without it.", valueName: "number"))
  var seed: UInt64?
  @Flag(help: "Shorten names, numbers and addresses.") var masked = false
  @OptionGroup var store: StoreOptions
  @Option(help: "text for people, json, jsonl or csv.") var format: Format = .text

  func validate() throws {
    guard (1...1_000).contains(count) else {
      throw ValidationError("--n wants 1 to 1000, not \(count)")
    }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let id = try opened.segment(segment)
    guard let segment = opened.definitions.segments.first(where: { $0.id == id }) else { return }
    let list = try opened.callList(of: segment, count: count, seed: seed)
    let table = CallListTable(list, masked: masked, opened.definitions.settings)
    let printer = Printer(OutputFormat(rawValue: format.rawValue) ?? .text)
    switch format {
    case .json: printer.json(table.json)
    case .jsonl: printer.json(.array(table.entries))
    case .csv: for row in table.csv { print(row, terminator: "\r\n") }
    case .text:
      printer.table(table.rows)
      for line in table.questions { printer.line(line) }
      Printer.message(list.summary)
    }
    if list.entries.isEmpty { throw ExitStatus.no }
  }
}
