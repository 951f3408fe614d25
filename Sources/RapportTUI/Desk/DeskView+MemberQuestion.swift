import RapportCore
import Terminal

extension DeskView {
  /// What may be asked for us: nothing waits for the answer.
  func memberWords(_ question: MemberQuestion) -> Line {
    Line([
      Span("if there is time: “\(question.question)” ", role: .textDim),
      Span(ActionTable[.answer]?.keys.first?.description ?? "", role: .hintKey),
    ])
  }
}
