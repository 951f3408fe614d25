import ArgumentParser
import Glibc
import JSONLogic
import RapportStore

@main
struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "Know who is calling, and how to help them.",
    discussion: """
      Without a command rapport opens its interface, at the search, or at once at the customer that \
      QUERY names exactly. A query that begins with a command's name follows `--`.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, CheckCommand.self,
      SchemaCommand.self, FindCommand.self,
      ShowCommand.self, ExplainCommand.self, ScriptsCommand.self, ToneCommand.self,
      ServiceCommand.self, RuleCommand.self, IntentCommand.self, LogCommand.self,
      HistoryCommand.self, FeedbackCommand.self, SegmentCommand.self, ReviewCommand.self,
      IndexCommand.self, ThemeCommand.self, DoctorCommand.self, KeysCommand.self,
      PictureCommand.self,
    ],
    defaultSubcommand: OpenCommand.self
  )

  /// Failures say where and what would be right, in the form that was asked for, and end with 2.
  static func main() {
    do {
      let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
      let order = ArgumentOrder(commands: Set(commands))
      let arguments = order.normalized(Array(CommandLine.arguments.dropFirst()))
      try KnownCommand(groups: configuration.subcommands).check(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch let error where exitCode(for: error) == .failure {
      let failure = CommandFailure(error)
      let format = OutputFormat(askedForBy: CommandLine.arguments)
      Printer.message(format != .text ? failure.json.compact(escaping: .terminal) : failure.text)
      Glibc.exit(ExitStatus.failed.rawValue)
    } catch let error where exitCode(for: error) == .validationFailure {
      let isJSON = OutputFormat(askedForBy: CommandLine.arguments) != .text
      let failure = CommandFailure(code: "usage", message: message(for: error))
      let text = isJSON ? failure.json.compact(escaping: .terminal) : fullMessage(for: error)
      Printer.message(text)
      Glibc.exit(ExitStatus.usage.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
