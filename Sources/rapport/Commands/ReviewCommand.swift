import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "This week, for a supervisor: what changed, what is due, what waits.",
    discussion: """
      What matters most comes first: the goal, changes to be judged, figures that really changed, sizes \
      that moved, feedback, overdue promises, scripts that callers needed, stale data, and segments that \
      nobody looked at. What is not known is said to be so.
      """
  )

  @Flag(help: "Every line, also those that are only counted; JSON has them all.") var all = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try OpenStore(store)
    let (reader, definitions, now) = (opened.weekReader, opened.definitions, opened.now)
    let facts = try blocking { await reader.facts(of: definitions, at: now) }
    let isWhole = all || output.format != .text
    let review = WeekReview(facts, whole: isWhole ? Set(WeekReview.Topic.allCases) : [])
    let printer = Printer(output.format)
    switch output.format {
    case .json: printer.json(review.json(facts))
    case .jsonl: printer.json(review.json(facts)["lines"] ?? .array([]))
    case .text:
      var topic: WeekReview.Topic?
      printer.table(
        review.lines.map { line in
          defer { topic = line.topic }
          return [line.topic == topic ? "" : line.topic.title, line.words]
        }
      )
      printer.line()
      printer.line(review.dueWords)
    }
  }
}
