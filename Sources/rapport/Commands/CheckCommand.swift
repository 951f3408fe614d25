import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Every problem in the store, all at once.",
    discussion: "Ends with 1 where there is an error; with --strict also where there is a warning."
  )

  @Flag(help: "Warnings count as well.") var strict = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let directory = try opened.searched
    let records = try blocking { await directory.problems() }
    let definitions = StoreCheck.problems(of: opened.definitions, at: opened.now)
    let found = try opened.goldenProblems() + opened.sampleProblems(opened.definitions)
    let values = RecordCheck(opened.location, opened.definitions.catalog).problems()
    // A file that cannot be read, and a damaged line, are named once.
    let problems = definitions + found + records + values.filter { !records.contains($0) }
    let errors = problems.count { $0.severity == .error }
    let printer = Printer(output.format)
    if output.format == .text {
      for problem in problems { printer.line("\(problem.severity.rawValue): \(problem)") }
      printer.line("\(errors) errors, \(problems.count - errors) warnings")
    } else {
      printer.json(.array(problems.map(\.json)))
    }
    if errors > 0 || (strict && !problems.isEmpty) { throw ExitStatus.no }
  }
}
