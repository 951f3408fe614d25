package import Terminal

/// A theme with all it inherits, ready to be resolved, and what its files got wrong.
package struct LoadedTheme: Hashable, Sendable {
  package let theme: Theme
  /// Its file; nil where it is built in.
  package let path: String?
  package let warnings: [ThemeWarning]
}
