import ArgumentParser

/// What is told of a contact that has ended; texts, so that all that make no sense are named at once.
struct LogOptions: ParsableArguments {
  @Option(
    help: "How it ended: resolved, unresolved, follow-up, escalated, no-answer, wrong-person."
  )
  var outcome: String

  @Option(help: "How the customer reached us; else the store's default.") var channel: String?

  @Option(help: ArgumentHelp("Why they contacted us.", valueName: "reason")) var intent: String?

  @Option(help: "The script that was said; else the best one for the reason.") var script: String?

  @Option(help: ArgumentHelp("What to remember of it.", valueName: "text")) var note: String?

  @Option(help: ArgumentHelp("Instead of the customer's language.", valueName: "tag"))
  var language: String?

  @Option(help: "How the customer felt: calm, or upset.") var mood: String?

  @Option(
    help: ArgumentHelp("What was filled into a blank; may be repeated.", valueName: "name=value")
  )
  var ask: [String] = []

  @Option(help: ArgumentHelp("An offer that was taken; may be repeated.", valueName: "service"))
  var accept: [String] = []

  @Option(
    help: ArgumentHelp("An offer that was turned down; may be repeated.", valueName: "service")
  )
  var decline: [String] = []

  @Option(
    help: ArgumentHelp(
      "How satisfied they said they are, 1 to 5; kept apart from surveys.",
      valueName: "number"
    )
  )
  var rating: String?

  @Option(
    help: ArgumentHelp(
      "When we come back to them: tomorrow, Friday, 24.11., \"2026-11-30 15:00\", or in how many days.",
      valueName: "day"
    )
  )
  var followUp: String?

  @Option(help: ArgumentHelp("What we come back to them for.", valueName: "text")) var what: String?

  @Option(help: ArgumentHelp("How long it took.", valueName: "number")) var seconds: String?
}
