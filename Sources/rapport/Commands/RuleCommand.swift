import ArgumentParser
import JSONLogic

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Work with rules as such.",
    subcommands: [RuleApplyCommand.self, RuleWordsCommand.self, RuleLintCommand.self]
  )
}

struct RuleApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Apply a JSONLogic rule to data and print the JSON result.",
    discussion: """
      RULE and DATA are JSON texts, or `@FILE`, or `-` for standard input; what begins with a \
      minus follows `--`. A rule that fails prints {"error": {"type": ...}} and ends with 1.
      """
  )

  @Argument(help: "The rule.") var rule: String
  @Argument(help: "What it is applied to.") var data = "null"

  func run() throws {
    let rule = try JSONArgument(rule, name: "RULE").value
    let data = try JSONArgument(data, name: "DATA").value
    let printer = Printer(.jsonl)
    do {
      print(try Rule(rule).apply(to: data).compact(escaping: .terminal))
    } catch let error as RuleError {
      Printer.message(error.description)
      printer.json(["error": ["type": .string(error.type)]])
      throw ExitStatus.no
    } catch let failure as RuleFailure {
      printer.json(["error": failure.error])
      throw ExitStatus.no
    }
  }
}

extension RuleError {
  /// In the words of the community's suites.
  fileprivate var type: String {
    problems.contains { $0.kind == .unknownOperation } ? "Unknown Operator" : "Too Much Work"
  }
}
