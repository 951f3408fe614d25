import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find customers by whatever a caller gives.",
    discussion: """
      Name, e-mail, phone, id, company, or an attribute that the catalog marks `find`; several \
      words may come from different fields. A date is understood as people say it: 4.5.1980, 4 May \
      1980. Best first, with what matched and how: exact, prefix, suffix (the end of a number), \
      nickname, fuzzy (typing errors), sound, or partial, where nobody fits all words. Ends with 1 \
      where nobody is found.
      """
  )

  @Argument(help: "What the caller said.") var query: [String]
  @Option(help: "How many at most.") var limit = 20
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let directory = try opened.searched
    let text = query.joined(separator: " ")
    let most = max(0, limit)
    let result = try blocking { await directory.find(text, limit: most) }
    let printer = Printer(output.format)
    if output.format == .text {
      let definitions = opened.definitions
      printer.table(result.hits.map { $0.cells(definitions.label(of:)) })
      if result.count > result.hits.count {
        Printer.message("\(result.hits.count) of \(result.count)")
      }
    } else {
      printer.json(.array(result.hits.map(\.json)))
    }
    if result.hits.isEmpty {
      Printer.message("nobody of \(result.total) customers matches \"\(text)\"")
      throw ExitStatus.no
    }
  }
}

extension Definitions {
  /// What people call an attribute.
  fileprivate func label(of path: String) -> String {
    catalog[path]?.label.text(preferring: [settings.language, "en"]) ?? path
  }
}
