import ArgumentParser
import JSONLogic
import RapportCore
import RapportStore

struct FeedbackAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answers what an agent said; they read it on Find.",
    discussion: """
      Your own answer may be given anew; somebody else's is never replaced. The answer is --agent's.
      """
  )

  @Argument(help: "The feedback's id, as list prints it.") var id: String
  @Argument(help: "The answer.") var text: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !text.allSatisfy(\.isWhitespace) else { throw ValidationError("the answer is empty") }
  }

  func run() throws {
    let opened = try OpenStore(store)
    let answer = Feedback.Answer(by: opened.agent.id, at: opened.now, text: text)
    let (journal, feedback) = (opened.journal, Feedback.ID(id))
    let line: Feedback
    do {
      line = try blocking { try await journal.answer(feedback, with: answer) }
    } catch let refusal as FeedbackRefusal {
      let code = if case .missing = refusal { "no-feedback" } else { "answered" }
      throw CommandFailure(code: code, message: refusal.description)
    }
    let printer = Printer(output.format)
    guard output.format == .text else { return printer.json(.object(line.record)) }
    let words = FeedbackWords(opened.definitions)
    printer.line("answered \(words.agent(line.by)) on \(words.subject(line.on))")
  }
}
