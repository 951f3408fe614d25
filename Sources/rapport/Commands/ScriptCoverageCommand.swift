import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct ScriptCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Which script serves whom, and which reasons, channels and languages none serves.",
    discussion: """
      First the matrix of reasons and channels by language: own (written for the segment), everybody's, \
      for some (those of whom its condition holds), in another language, or none. Then what is missing, \
      the most contacts first. Ends with 1 where something is missing.
      """
  )

  @Option(help: "For the customers of one segment; else for everybody.") var segment: String?
  @Option(help: "One channel only.") var channel: Channel?
  @Option(help: ArgumentHelp("One language only.", valueName: "tag")) var language: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let segment = try segment.map { try opened.segment($0) }
    if let language, !LanguageTag.isWellFormed(language) {
      throw ValidationError("\"\(language)\" is no language tag; such as \"en\" or \"de-AT\"")
    }
    var coverage = opened.coverage()
    if let language { coverage.languages = [language] }
    if let channel { coverage.channels = [channel] }
    let gaps = segment == nil ? coverage.gaps : coverage.gaps(of: segment)
    let printer = Printer(output.format)
    if output.format == .text {
      let table = CoverageTable(coverage, segment: segment)
      printer.table(table.rows)
      for line in table.lines(gaps) { printer.line(line) }
    } else {
      printer.json(CoverageJSON(coverage: coverage, segment: segment, gaps: gaps).json)
    }
    if !gaps.isEmpty { throw ExitStatus.no }
  }
}
