import RapportCore
import Synchronization
import Terminal

/// The rows that the steps of a script were broken into.
///
/// A key then costs no more for a text of 1 MB than for a short one. What is remembered never shows on
/// the screen: a text or a width that is another is broken anew.
final class BrokenText: Sendable {
  /// So many steps are remembered; beyond them it begins anew.
  private static let most = 20_000

  private struct Key: Hashable {
    var step: String
    var kind: Step.Kind
    var columns: Int
  }

  private struct Entry {
    var spans: [TemplateSpan]
    var rows: [DeskRow]
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var columns = 0
  }

  private let state = Mutex(State())

  /// How many columns of text were broken so far, all together.
  var columns: Int { state.withLock(\.columns) }

  func rows(of step: RenderedScript.RenderedStep, columns: Int) -> [DeskRow] {
    let key = Key(step: step.id, kind: step.kind, columns: columns)
    let known = state.withLock { $0.entries[key] }
    if let known, known.spans == step.spans { return known.rows }
    var rows: [DeskRow] = []
    for paragraph in ScriptText.paragraphs(step.spans) {
      let styled =
        step.kind == .do
        ? Line(paragraph.spans.map { Span($0.text, role: .scriptNote) }) : paragraph
      rows += DeskRow.paragraph(styled, indent: 4, columns: columns, stop: .step(step.id))
    }
    let broken = rows.reduce(0) { $0 + $1.line.columns }
    state.withLock { [rows] state in
      if state.entries.count >= Self.most { state.entries = [:] }
      state.entries[key] = Entry(spans: step.spans, rows: rows)
      state.columns += broken
    }
    return rows
  }
}
