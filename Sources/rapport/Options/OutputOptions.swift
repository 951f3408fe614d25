import ArgumentParser

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl
}

struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("text for people, json for one document, jsonl for one object a line.")
  )
  var format: OutputFormat = .text
}
