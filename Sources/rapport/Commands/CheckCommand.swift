import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Every problem in the store, all at once.",
    discussion: """
      Ends with 1 where there is an error; with --strict also where there is a warning. Hints say what \
      could be better, and never fail. A finding that is right as it is can be accepted in its file: \
      "waive": [{"finding": "long-sentence", "pointer": "/steps/2/text/en", "reason": "..."}].
      """
  )

  @Flag(help: "Warnings count as well.") var strict = false
  @Flag(help: "What is accepted and why, instead of what is to be mended.") var waived = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let verdict = opened.definitions.verdict(on: try opened.allProblems())
    let printer = Printer(output.format)
    if waived { return show(verdict.waived, printer) }
    let problems = verdict.problems
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count { $0.severity == .warning }
    if output.format == .text {
      for problem in problems { printer.line("\(problem.severity.rawValue): \(problem)") }
      var counts = ["\(errors) errors", "\(warnings) warnings"]
      let hints = problems.count - errors - warnings
      if hints > 0 { counts.append("\(hints) hints") }
      if !verdict.waived.isEmpty { counts.append("\(verdict.waived.count) waived") }
      printer.line(counts.joined(separator: ", "))
    } else {
      printer.json(.array(problems.map(\.json)))
    }
    if errors > 0 || (strict && warnings > 0) { throw ExitStatus.no }
  }

  private func show(_ waived: [(problem: Problem, reason: String)], _ printer: Printer) {
    guard output.format == .text else {
      return printer.json(
        .array(
          waived.map { problem, reason in
            guard case .object(var json) = problem.json else { return problem.json }
            json["reason"] = .string(reason)
            return .object(json)
          }
        )
      )
    }
    for (problem, reason) in waived {
      printer.line("waived: \(problem.place): \(problem.message)")
      printer.line("  because: \(reason)")
    }
    printer.line("\(waived.count) waived")
  }
}
