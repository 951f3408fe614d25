import ArgumentParser

/// For commands that change definitions: what is written says why, or nothing is written.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Show what it would do; nothing is written.") var dryRun = false
  @Option(help: ArgumentHelp("Why, for the history; needed to write.", valueName: "text"))
  var reason: String?
  @Flag(
    help: "Save although customers who are pinned would be taken otherwise; the reason says why."
  )
  var breakPins = false

  func validate() throws {
    guard !dryRun else { return }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw ValidationError("a reason is needed: --reason TEXT, or --dry-run to look first")
    }
  }
}
