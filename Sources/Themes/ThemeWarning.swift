package import JSONLogic

/// Something in a theme file that does not do what its author meant; the rest of the file works.
package struct ThemeWarning: Hashable, Sendable {
  /// The file, or the theme's name where it is built in.
  package let file: String
  package let place: JSONPointer
  package let message: String
}

extension ThemeWarning: CustomStringConvertible {
  package var description: String {
    place.tokens.isEmpty ? "\(file): \(message)" : "\(file): \(place): \(message)"
  }
}
