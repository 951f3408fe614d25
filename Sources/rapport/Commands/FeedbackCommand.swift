import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "List what agents said of what they are shown, and answer it.",
    subcommands: [List.self, FeedbackAnswerCommand.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What agents said fits or does not, and what they lack, the newest first.",
      discussion: """
        That something fits, and no more, wants no answer: --unanswered leaves it out. That a segment \
        was reviewed is no feedback: `segment show` says it. Ends with 1 where there is nothing to list.
        """
    )

    @Option(
      help: ArgumentHelp(
        "Only on this, such as segment:loyal-advocates or script:charged-twice.",
        valueName: "kind:id"
      )
    )
    var on: String?
    @Flag(help: "Only what waits for an answer.") var unanswered = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard let on else { return }
      let parts = on.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else {
        throw ValidationError("--on wants KIND:ID such as segment:loyal-advocates, not \(on)")
      }
    }

    func run() throws {
      let opened = try OpenStore(store)
      let journal = opened.journal
      let moment = opened.now
      let shown = try blocking { try await journal.feedback(limit: .max) }.filter { line in
        line.at <= moment && line.verdict != .reviewed && (!unanswered || line.waits)
          && (on == nil || line.on.map { "\($0.kind):\($0.id)" } == on)
      }
      let printer = Printer(output.format)
      if output.format != .text {
        printer.json(.array(shown.map { .object($0.record) }))
      } else if shown.isEmpty {
        Printer.message(unanswered ? "nothing waits for an answer" : "no feedback")
      } else {
        let words = FeedbackWords(opened.definitions)
        printer.table(
          [["id", "at", "by", "on", "said", "why", "answer"]]
            + shown.map { line in
              [
                line.id.rawValue, line.at.description, line.by.rawValue, words.subject(line.on),
                line.verdict.words, line.reason ?? "", line.answer?.text ?? "",
              ]
            }
        )
      }
      if shown.isEmpty { throw ExitStatus.no }
    }
  }
}
