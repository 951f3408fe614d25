import ArgumentParser
import RapportCore
import Terminal

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
  case ansi16 = "16"
  case indexed256 = "256"
  case trueColor = "24bit"

  /// Nil: find out.
  var depth: ColorDepth? {
    switch self {
    case .auto: nil
    case .never: .mono
    case .ansi16: .ansi16
    case .always, .indexed256: .indexed256
    case .trueColor: .trueColor
    }
  }
}

struct InterfaceOptions: ParsableArguments {
  @Option(help: "How customers reach this agent; else the store's default.")
  var channel: Channel?

  @Option(
    help: ArgumentHelp(
      "A theme by name, or its file; else $RAPPORT_THEME, else terminal.",
      discussion: "A file that changes shows at once. See `rapport theme list`."
    )
  )
  var theme: String?

  @Option(help: "How many colours to use.") var color: ColorChoice = .auto

  @Flag(help: "Lines instead of a screen, for screen readers and simple terminals.")
  var plain = false
}
