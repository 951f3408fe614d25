import ArgumentParser
import JSONLogic
import RapportCore

struct RuleLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Everything questionable about a rule, by itself and in the store.",
    discussion: """
      RULE is a JSON text, or `@FILE`, or `-` for standard input. Ends with 1 where anything is \
      found. With a store the rule is also tried on its customers.
      """
  )

  @Argument(help: "The rule.") var rule: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let json = try JSONArgument(rule, name: "RULE").value
    let definitions = try store.definitions()
    let moment = try store.moment(in: definitions)
    var problems = StoreCheck.problems(of: json, in: definitions, at: moment)
    if !problems.contains(where: { $0.severity == .error }),
      let trying = StoreCheck.trying(json, in: definitions), let opened = try? OpenStore(store)
    {
      let found = try opened.sampleProblems(trying).map(\.withinRule)
      problems += found.filter { $0.place.file == StoreCheck.draftID.rawValue }
    }
    problems.sort(by: Problem.isBefore)
    let printer = Printer(output.format)
    if output.format == .text {
      for problem in problems { printer.line("\(problem.severity.rawValue): \(problem)") }
      if problems.isEmpty { printer.line("nothing found") }
    } else {
      printer.json(.array(problems.map(\.json)))
    }
    if !problems.isEmpty { throw ExitStatus.no }
  }
}
