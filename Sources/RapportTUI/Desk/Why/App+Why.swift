import JSONLogic
import RapportCore

/// Why: every segment, and each one's reasons line by line.
extension App {
  /// From the Desk to the list of all segments, from there to the reasons of the one under the cursor.
  mutating func openWhy(now: Instant) {
    guard let front = desk.front else { return }
    guard front.pane == .who else {
      desk.editFront { tab in
        tab.pane = .who
        tab.why = nil
      }
      return
    }
    guard front.why == nil, case .segment(let id) = front.focus(layout) else { return }
    open(id, now: now)
  }

  private mutating func open(_ segment: Segment.ID, now: Instant) {
    let tree = knowledge.explain(desk.front?.known, segment, now)
    desk.editFront { tab in
      tab.why = OpenWhy(segment: segment, tree: tree)
      tab.cursor = tab.why?.lines.first?.stop ?? .segment(segment)
    }
  }

  /// Enter: a segment's reasons, those of a segment that a condition asks for, or a group's
  /// conditions put away and back.
  mutating func openInWhy(now: Instant) {
    guard let front = desk.front else { return }
    switch front.focus(layout) {
    case .segment(let id): open(id, now: now)
    case .node(let pointer):
      guard let node = front.why?.lines.first(where: { $0.node.pointer == pointer })?.node else {
        return
      }
      if let segment = node.segment {
        open(segment, now: now)
      } else {
        desk.editFront { tab in
          if tab.why?.folded.remove(pointer) == nil { tab.why?.folded.insert(pointer) }
        }
      }
    default: break
    }
  }

  var canOpenInWhy: Availability {
    guard let front = desk.front else { return .no("nobody is open: find the caller first") }
    switch front.focus(layout) {
    case .segment: return .when(front.why == nil, else: "there is nothing below it; Esc goes back")
    case .node(let pointer):
      let node = front.why?.lines.first { $0.node.pointer == pointer }?.node
      let knows = node?.segment.map { id in
        front.guidance.memberships.contains { $0.segment == id }
      }
      return .when(
        knows ?? (node?.children.isEmpty == false),
        else: "there is nothing below this line; Esc goes back"
      )
    default: return .no("there is nothing to open")
    }
  }

  /// Tab: to the reasons beside the list, and back.
  mutating func switchInWhy(now: Instant) {
    guard let front = desk.front else { return }
    if front.why != nil {
      desk.editFront { $0.close() }
    } else if case .segment(let id) = front.focus(layout) {
      open(id, now: now)
    }
  }

  /// What to ask where the cursor is: the line's own question, else that of the attribute a reason
  /// lacks.
  func question(at stop: Stop?) -> NextQuestion? {
    guard let tab = desk.front else { return nil }
    if let question = tab.question(at: stop) { return question }
    switch stop {
    case .segment(let id): return tab.guidance.questions.first { $0.settles.contains(id) }
    case .node(let pointer):
      guard let node = tab.why?.lines.first(where: { $0.node.pointer == pointer })?.node,
        node.answer == .unknown, let path = node.path
      else { return nil }
      return tab.guidance.questions.first { $0.path == path } ?? question(for: path, tab)
    default: return nil
    }
  }

  private func question(for path: String, _ tab: Tab) -> NextQuestion? {
    let languages = [tab.guidance.tone.language, knowledge.language]
    guard let attribute = knowledge.definitions.catalog[path],
      let question = attribute.question?.text(preferring: languages)
    else { return nil }
    return NextQuestion(
      path: path,
      question: question,
      reason: attribute.reason?.text(preferring: languages),
      choices: attribute.answers,
      settles: tab.why.map { [$0.segment] } ?? []
    )
  }
}
