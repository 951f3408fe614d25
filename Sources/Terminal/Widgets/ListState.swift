/// Which row of a list is chosen, and which is the first on the screen.
package struct ListState: Hashable, Sendable {
  /// May point behind the list's end when rows have gone; `clamped` brings it back.
  package private(set) var selection: Int
  package private(set) var offset: Int

  package init(selection: Int = 0, offset: Int = 0) {
    self.selection = max(0, selection)
    self.offset = max(0, offset)
  }

  package mutating func select(_ index: Int) { selection = max(0, index) }

  /// Moves the choice within the list; `height` is the number of rows on the screen.
  package mutating func move(_ motion: ListMotion, count: Int, height: Int) {
    let page = max(1, height - 1)
    let target =
      switch motion {
      case .up: selection - 1
      case .down: selection + 1
      case .pageUp: selection - page
      case .pageDown: selection + page
      case .halfPageUp: selection - max(1, height / 2)
      case .halfPageDown: selection + max(1, height / 2)
      case .first: 0
      case .last: count - 1
      }
    selection = max(0, min(count - 1, target))
    self = clamped(count: count, height: height)
  }

  /// The state with its choice in the list and on the screen, and no empty rows below the last.
  package func clamped(count: Int, height: Int) -> ListState {
    let chosen = max(0, min(count - 1, selection))
    let height = max(1, height)
    let first = min(max(offset, chosen - height + 1), chosen, max(0, count - height))
    return ListState(selection: chosen, offset: max(0, first))
  }

  /// The rows on the screen.
  package func visible(count: Int, height: Int) -> Range<Int> {
    let first = clamped(count: count, height: height).offset
    return first..<min(max(first, count), first + max(0, height))
  }
}
