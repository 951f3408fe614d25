import ArgumentParser

struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store's folder; else $RAPPORT_STORE, else $XDG_DATA_HOME/rapport.",
      valueName: "dir"
    )
  )
  var store: String?

  @Option(help: ArgumentHelp("Who is working; else $USER.", valueName: "name"))
  var agent: String?

  @Option(
    help: ArgumentHelp(
      "Read rules as of this date (2026-03-01, the end of that day) or instant.",
      valueName: "date"
    )
  )
  var asOf: String?
}
