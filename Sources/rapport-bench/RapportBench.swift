import Glibc
import JSONLogic

/// Measurements, as JSON: of counting, finding and tailoring beside the peers', and of the screens of the
/// program itself; and minutes of rules that nobody would write, which must be read without a crash, a
/// hang or a contradiction.
///
///     rapport-bench rules [--customers N] [--folder DIR] [--rounds N]
///     rapport-bench workbench [--customers N] [--folder DIR] [--rounds N]
///     rapport-bench recall
///     rapport-bench tailor [--customers N] [--rounds N]
///     rapport-bench find [--customers N] [--store DIR] [--seed N] [--builds N] [--rounds N]
///                        [--launches N] [--peers fts5,tantivy,fzf|none] [--screen-keys N]
///     rapport-bench screens [--program PATH] [--customers N,N] [--queries N] [--launches N]
///     rapport-bench fuzz [--seconds N] [--seed N] [--first N] [--rounds N]
@main
struct RapportBench {
  static func main() async {
    #if DEBUG
    fail("figures of a debug build mean nothing; run: swift run -c release rapport-bench rules")
    #else
    var arguments = CommandLine.arguments.dropFirst()
    let command = arguments.popFirst()
    do {
      if command == "rules", let options = RulesOptions(arguments) {
        print(try await RulesBenchmark(options).run().canonical(), terminator: "")
      } else if command == "workbench", let options = RulesOptions(arguments) {
        print(try await WorkbenchBenchmark(options).run().canonical(), terminator: "")
      } else if command == "recall", arguments.isEmpty {
        print(try await RecallBenchmark().run().canonical(), terminator: "")
      } else if command == "tailor", let options = TailorOptions(arguments) {
        print(try await TailorBenchmark(options).run().canonical(), terminator: "")
      } else if command == "find", let options = FindOptions(arguments) {
        print(try await SearchBenchmark(options).run().canonical(), terminator: "")
      } else if command == FindPart.command {
        print(try await FindPart.run(Array(arguments)).compact())
      } else if command == "screens", let options = ScreensOptions(arguments) {
        print(try ScreensBenchmark(options).run().canonical(), terminator: "")
      } else if command == "fuzz", let options = FuzzOptions(arguments) {
        let report = try await RuleFuzzer(options).run()
        print(report.canonical(), terminator: "")
        if report["findings"] != [] { exit(1) }
      } else {
        fail(usage)
      }
    } catch {
      fail("\(error)")
    }
    #endif
  }

  private static let usage = """
    usage: rapport-bench rules [--customers N] [--folder DIR] [--rounds N]
           rapport-bench workbench [--customers N] [--folder DIR] [--rounds N]
           rapport-bench recall
           rapport-bench tailor [--customers N] [--rounds N]
           rapport-bench find [--customers N] [--store DIR] [--seed N] [--builds N] [--rounds N]
                              [--launches N] [--peers fts5,tantivy,fzf|none] [--screen-keys N]
           rapport-bench screens [--program PATH] [--customers N,N] [--queries N] [--launches N]
           rapport-bench fuzz [--seconds N] [--seed N] [--first N] [--rounds N]
    """

  private static func fail(_ message: String) -> Never {
    let line = Array("rapport-bench: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(64)
  }
}
