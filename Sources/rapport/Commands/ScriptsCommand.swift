import ArgumentParser

struct ScriptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script",
    abstract:
      "What to say: the script for a reason, filled for a customer; and what no script serves.",
    subcommands: [ScriptCommand.self, ScriptCoverageCommand.self],
    defaultSubcommand: ScriptCommand.self
  )
}
