import ArgumentParser
import FoundationEssentials
import JSONLogic
import RapportCore

struct IntentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intent",
    abstract: "Work with the reasons why customers contact us.",
    subcommands: [Rank.self]
  )

  struct Rank: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rank the reasons by what a caller says or writes.",
      discussion: """
        TEXT is what they say, in any language that the reasons have examples in, or `@FILE`, or \
        `-` for standard input. Each reason comes with the words that speak for it and the nearest \
        example. What sounds upset is quoted; nothing is set. Exits with 1 where no word is known.
        """
    )

    @Argument(help: "The caller's words.") var text: String
    @Option(help: "At most so many.") var limit = 5
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
    }

    func run() throws {
      let definitions = try store.definitions()
      let text = String(decoding: try ArgumentBytes.read(self.text), as: UTF8.self)
      let matches = Tailor(definitions).rank(text, limit: limit)
      let report = IntentReport(
        matches: matches,
        cues: Mood.cues(in: text),
        definitions: definitions
      )
      let printer = Printer(output.format)
      switch output.format {
      case .text:
        if matches.isEmpty { Printer.message("no reason has these words") }
        printer.table(report.table)
        if let mood = report.mood { printer.line(mood) }
      case .json: printer.json(report.json)
      case .jsonl: for row in report.rows { printer.json(row) }
      }
      if matches.isEmpty { throw ExitStatus.no }
    }
  }
}
