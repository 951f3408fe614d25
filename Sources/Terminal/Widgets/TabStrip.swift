/// A row of tabs that always shows the active one.
package struct TabStrip: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    package let title: String
    /// Waits longest; its title has a `!`.
    package let isWaiting: Bool

    package init(_ title: String, isWaiting: Bool = false) {
      self.title = title
      self.isWaiting = isWaiting
    }
  }

  package let tabs: [Tab]
  package let active: Int?

  package init(_ tabs: [Tab], active: Int?) {
    self.tabs = tabs
    self.active = active
  }

  /// The tabs as far as they fit, the active one in brackets; `+2` counts the rest.
  package func line(columns: Int, glyphs: Glyphs) -> Line {
    let cells = tabs.indices.map(tab)
    let all = cells.reduce(Line(), +)
    if all.columns <= columns { return all }
    // Drops tabs from the far end of the active one until the rest and the count fit.
    var shown = Array(tabs.indices)
    while shown.count > 1 {
      let middle = active ?? 0
      if let last = shown.last, let first = shown.first, last - middle >= middle - first {
        shown.removeLast()
      } else {
        shown.removeFirst()
      }
      let hidden = Line(" +\(tabs.count - shown.count)", role: .tab)
      let line = shown.map { cells[$0] }.reduce(Line(), +) + hidden
      if line.columns <= columns { return line }
    }
    let only = shown.first.map { cells[$0] } ?? Line()
    return only.truncated(toColumns: columns, ellipsis: glyphs.ellipsis)
  }

  private func tab(_ index: Int) -> Line {
    let isActive = index == active
    let tab = tabs[index]
    let role: Role = isActive ? .tabActive : tab.isWaiting ? .tabWaiting : .tab
    let title = tab.title + (tab.isWaiting ? "!" : "")
    return Line(isActive ? "[\(title)]" : " \(title) ", role: role)
  }
}
