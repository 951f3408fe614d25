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

      --draft-map writes a map to begin with: rapport import FILE --draft-map > map.json
      {"id": {"column": "No"}, "emails": [{"column": "E-Mail"}], "set": {"behavioral.spend": \
      {"column": "Spend", "type": "integer"}}, "ignore": ["Internal"]}
      Rules and screens show the paths that attributes.json declares.
      """
  )

  @Argument(help: ArgumentHelp("What is imported.", valueName: "file")) var file: String
  @Option(help: "Of what form the file is.") var preset: Preset = .csv
  @Option(help: ArgumentHelp("Which column is what.", valueName: "map.json")) var map: String?
  @Flag(help: "Print a map to begin with, and import nothing.") var draftMap = false
  @Flag(help: "Say what would become of each row, and change nothing.") var dryRun = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard map == nil, !draftMap else { return }
    throw ValidationError(
      "say which column is what: --map map.json; "
        + "rapport import FILE --draft-map > map.json writes one to begin with"
    )
  }

  func run() throws {
    let opened = try OpenStore(store)
    guard let map, !draftMap else { return try draft(opened.definitions.catalog) }
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
      try show(try work.run(file), undeclared: work.map.undeclared(in: opened.definitions.catalog))
    } catch let failure as ImportFailure {
      throw CommandFailure(
        code: "import",
        message: failure.problems.map(\.description).joined(separator: "\n"),
        details: ["problems": .array(failure.problems.map(\.json))]
      )
    }
  }

  private func draft(_ catalog: AttributeCatalog) throws {
    let draft: ImportDraft
    do {
      draft = try ImportDraft(file, catalog: catalog)
    } catch let failure as ImportFailure {
      throw CommandFailure(
        code: "import",
        message: failure.problems.map(\.description).joined(separator: "\n")
      )
    }
    Printer(.json).json(draft.map)
    let mapped = draft.columns - draft.ignored
    Printer.message(
      "\(mapped) of \(draft.columns) columns are mapped; \(idWords(draft)). "
        + "Move what you need from \"ignore\" to \"set\", and declare its path in attributes.json."
    )
  }

  /// What tells customers apart, and by how many rows that is known.
  private func idWords(_ draft: ImportDraft) -> String {
    let rows = "\(draft.rows) \(draft.rows == 1 ? "row" : "rows")"
    guard let id = draft.id else {
      return draft.rows == 0
        ? "no column is called an id, and there are no rows: add \"id\" to the map"
        : "no column tells customers apart: none that could be an id has another value in each of "
          + "the \(rows) read; add \"id\" to the map"
    }
    return draft.rows == 0
      ? "\"\(id)\" is called an id, and there are no rows to see whether it tells customers apart"
      : "\"\(id)\" tells customers apart: it has another value in each of the \(rows) read"
  }

  private func show(_ report: ImportReport, undeclared: [JSON]) throws {
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
      if !undeclared.isEmpty {
        printer.line(
          "rules and screens have only what attributes.json declares; add to it, in your words:"
        )
        for entry in undeclared { printer.line("  \(entry.compact(escaping: .terminal)),") }
      }
    } else {
      var json = report.json
      json["undeclared"] = .array(undeclared)
      printer.json(json)
    }
    if !report.rejected.isEmpty { throw ExitStatus.no }
  }
}
