import ArgumentParser
import FoundationEssentials
import JSONLogic
import RapportCore
import RapportStore

struct ImportCommand: ParsableCommand {
  enum Preset: String, ExpressibleByArgument, CaseIterable { case csv }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn the rows of a file into customers, each row accounted for.",
    discussion: """
      The map says which column is what; every column is mapped or listed under "ignore". Delimiter, \
      encoding and byte order mark are found out. Every row is accounted for: created, updated, \
      unchanged, or rejected with its line and the reason; what is written is written as a whole. Ends with 1 where rows are rejected.
      """
  )

  @Argument(help: ArgumentHelp("What is imported.", valueName: "file")) var file: String
  @Option(help: "Of what form the file is.") var preset: Preset = .csv
  @Option(help: ArgumentHelp("Which column is what.", valueName: "map.json")) var map: String
  @Flag(help: "Say what would become of each row, and change nothing.") var dryRun = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let zone = TimeZones.zone(opened.definitions.settings.timeZone) ?? TimeZones.utc
    let document = try JSONArgument("@" + map, name: map).value
    do {
      let work = CustomerImport(
        opened.location,
        map: try ImportMap(document, file: map, catalog: opened.definitions.catalog),
        at: opened.now,
        asOf: zone.date(opened.now),
        isDryRun: dryRun
      )
      try show(try work.run(file))
    } catch let failure as ImportFailure {
      throw CommandFailure(
        code: "import",
        message: failure.problems.map(\.description).joined(separator: "\n"),
        details: ["problems": .array(failure.problems.map(\.json))]
      )
    }
  }

  private func show(_ report: ImportReport) throws {
    let printer = Printer(output.format)
    if output.format == .text {
      for rejection in report.rejected.prefix(100) {
        printer.line("\(file):\(rejection.line): \(rejection.reason)")
      }
      if report.rejected.count > 100 {
        printer.line("... and \(report.rejected.count - 100) more rejected rows")
      }
      let verb = report.isDryRun ? "would be" : "were"
      printer.line(
        "\(report.rows) rows (\(report.encoding.rawValue), \(report.delimiter.rawValue)): "
          + "\(report.created) \(verb) created, \(report.updated) updated, "
          + "\(report.unchanged) unchanged, \(report.rejected.count) rejected"
      )
      if !report.short.isEmpty {
        printer.line(
          "\(report.short.count) rows were shorter than the header, the first in line "
            + "\(report.short[0]); what they lack is missing, nothing was shifted"
        )
      }
    } else {
      printer.json(report.json)
    }
    if !report.rejected.isEmpty { throw ExitStatus.no }
  }
}
