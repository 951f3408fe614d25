import ArgumentParser

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl

  /// The format that arguments ask for, also where the rest of them makes no sense.
  init(askedForBy arguments: [String]) {
    let options = arguments.prefix { $0 != "--" }
    let joined = options.last { $0.hasPrefix("--format=") }?.dropFirst("--format=".count)
    let separate = zip(options, options.dropFirst()).filter { $0.0 == "--format" }.last?.1
    self = (joined.map(String.init) ?? separate).flatMap(Self.init(rawValue:)) ?? .text
  }
}

struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("text for people, json for one document, jsonl for one object a line.")
  )
  var format: OutputFormat = .text
}
