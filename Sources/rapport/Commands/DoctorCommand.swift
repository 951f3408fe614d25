import ArgumentParser
import FoundationEssentials
import JSONLogic
import RapportCore
import RapportStore
import TerminalNcurses
import Themes

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What this terminal, the locale, the clipboard and the store can do.",
    discussion: "For a first look, and for reports of problems: it names no customer."
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var facts = TerminalDoctor().examine()
    facts.append(TerminalFact("version", Rapport.configuration.version))
    let environment = ProcessInfo.processInfo.environment
    facts.append(
      TerminalFact("theme folders", ThemeFolders.inOrder(environment).joined(separator: ", "))
    )
    facts += try storeFacts()
    let printer = Printer(output.format)
    if output.format == .text {
      printer.table(facts.map { [$0.name, $0.value + ($0.advice.map { " (\($0))" } ?? "")] })
    } else {
      printer.json(
        .array(
          facts.map { fact in
            [
              "name": .string(fact.name), "value": .string(fact.value),
              "advice": fact.advice.map { .string($0) } ?? .null,
            ]
          }
        )
      )
    }
  }

  private func storeFacts() throws -> [TerminalFact] {
    let location = try store.location
    let opened: OpenStore
    do {
      opened = try OpenStore(store)
    } catch {
      return [
        TerminalFact(
          "store",
          "\(location): \(CommandFailure(error).message)",
          advice: "make one with `rapport init`, or look at `rapport demo`"
        )
      ]
    }
    let directory = try opened.searched
    let census = try blocking { await directory.census() }
    let definitions = opened.definitions
    let errors = definitions.problems.count { $0.severity == .error }
    return [
      TerminalFact("store", "\(location), \(location.isWritable ? "writable" : "read-only")"),
      TerminalFact(
        "customers",
        "\(census.total), \(census.damaged) damaged lines",
        advice: census.damaged > 0 ? "`rapport check` names them" : nil
      ),
      TerminalFact(
        "definitions",
        "\(definitions.segments.count) segments, \(definitions.tones.count) tones, "
          + "\(definitions.services.count) services, \(definitions.scripts.count) scripts",
        advice: errors > 0 ? "\(errors) errors; `rapport check` names them" : nil
      ),
    ]
  }
}
