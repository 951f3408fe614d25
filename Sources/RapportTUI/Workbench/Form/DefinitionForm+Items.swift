import JSONLogic
import RapportCore

/// Steps, branches and blanks: items of lists that come, go and move.
extension DefinitionForm {
  /// The list that the item under the cursor is in, and its place there.
  private var item: (list: JSONPointer, index: Int)? {
    guard let field, case .item = field.kind else { return nil }
    let tokens = field.path.pointer(language).tokens
    guard let index = tokens.last.flatMap({ Int($0) }) else { return nil }
    return (JSONPointer(Array(tokens.dropLast())), index)
  }

  var isOnItem: Bool { item != nil }

  var canAdd: Bool {
    guard let field, case .adding = field.kind else { return false }
    return true
  }

  /// Puts a new item at the end of the list, with an id that no other has; the cursor goes to it.
  mutating func add() {
    guard let field, case .adding(_, let template) = field.kind, !isSaving else { return }
    let list = field.path.pointer(language)
    let items = draft.object[list]?.arrayValue ?? []
    let ids = Set(items.compactMap { $0["id"]?.stringValue })
    var item = template
    if let id = template["id"]?.stringValue {
      let numbers = sequence(first: 2) { $0 + 1 }
      let free = numbers.lazy.map { "\(id)-\($0)" }.first { !ids.contains($0) }
      item["id"] = .string(ids.contains(id) ? free ?? id : id)
    }
    replace(draft.object.changingList(at: list) { $0.append(item) })
    let path = field.path.appending("\(items.count)")
    if let index = fields.firstIndex(where: { $0.path == path }) { focus(on: index + 1) }
  }

  mutating func removeItem() {
    guard let (list, index) = item, !isSaving else { return }
    let position = fields.firstIndex { $0.id == focus } ?? 0
    replace(
      draft.object.changingList(at: list) { items in
        if items.indices.contains(index) { items.remove(at: index) }
      }
    )
    focus(on: min(position, fields.count - 1))
  }

  mutating func moveItem(by distance: Int) {
    guard let (list, index) = item, !isSaving else { return }
    let target = index + distance
    replace(
      draft.object.changingList(at: list) { items in
        guard items.indices.contains(index), items.indices.contains(target) else { return }
        items.swapAt(index, target)
      }
    )
    let path = list.appending(target)
    let moved = fields.firstIndex { field in
      guard case .item = field.kind else { return false }
      return field.path.pointer(language) == path
    }
    if let moved { focus(on: moved) }
  }
}
