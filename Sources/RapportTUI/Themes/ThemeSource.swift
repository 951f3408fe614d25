package import Terminal

/// Where themes come from while the interface runs.
package struct ThemeSource: Sendable {
  /// A theme as its files say it now.
  package struct Reading: Sendable {
    package var theme: Theme
    /// What is wrong with its files, each with its place.
    package var problems: [String]
    /// False where a file says nothing at all, so that the theme is not what anybody meant.
    package var isUsable: Bool

    package init(_ theme: Theme, problems: [String], isUsable: Bool) {
      self.theme = theme
      self.problems = problems
      self.isUsable = isUsable
    }
  }

  /// Whenever a theme's file changes.
  package var changes: AsyncStream<Void>
  package var read: @Sendable () -> [Reading]

  package init(changes: AsyncStream<Void>, read: @escaping @Sendable () -> [Reading]) {
    self.changes = changes
    self.read = read
  }
}
