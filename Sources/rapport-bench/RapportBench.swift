import Glibc
import JSONLogic

/// Measurements beside the peers', as JSON.
///
///     rapport-bench rules [--customers N] [--folder DIR] [--rounds N]
@main
struct RapportBench {
  static func main() async {
    #if DEBUG
    fail("figures of a debug build mean nothing; run: swift run -c release rapport-bench rules")
    #else
    var arguments = CommandLine.arguments.dropFirst()
    guard arguments.popFirst() == "rules" else { fail(usage) }
    var options = RulesOptions()
    while let name = arguments.popFirst() {
      guard let value = arguments.popFirst(), options.set(name, value) else { fail(usage) }
    }
    do {
      let report = try await RulesBenchmark(options).run()
      print(report.canonical(), terminator: "")
    } catch {
      fail("\(error)")
    }
    #endif
  }

  private static let usage =
    "usage: rapport-bench rules [--customers N] [--folder DIR] [--rounds N]"

  private static func fail(_ message: String) -> Never {
    let line = Array("rapport-bench: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(64)
  }
}
