import ArgumentParser
import JSONLogic
import RapportCore

struct RuleWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Say what a rule means: as a sentence, and with a line for each condition.",
    discussion: """
      RULE is a JSON text, or `@FILE`, or `-` for standard input. Labels, units and choices are \
      those of the store.
      """
  )

  @Argument(help: "The rule.") var rule: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let json = try JSONArgument(rule, name: "RULE").value
    let definitions = try store.definitions()
    let printer = Printer(output.format)
    let rule: Rule
    do {
      rule = try Rule(json, operations: RuleOperations.names)
    } catch {
      Printer.message(error.description)
      if output.format != .text {
        printer.json(["error": ["message": .string(error.description)]])
      }
      throw ExitStatus.no
    }
    let words = MembershipEvaluator(definitions, at: try store.moment(in: definitions)).words
    let outline = words.outline(rule)
    guard output.format == .text else {
      return printer.json([
        "sentence": .string(words.sentence(rule)),
        "outline": .array(
          outline.map {
            [
              "depth": JSON($0.depth), "text": .string($0.text),
              "pointer": .string($0.pointer.description),
            ]
          }
        ),
        "rows": .bool(RuleRows(rule) != nil),
      ])
    }
    printer.line(words.sentence(rule))
    guard outline.count > 1 else { return }
    printer.line()
    for line in outline { printer.line(line.indented) }
  }
}
