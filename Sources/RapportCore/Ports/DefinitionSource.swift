/// Where definitions come from.
package protocol DefinitionSource: Sendable {
  /// Reads all of them; what is wrong is in their `problems`. Throws only where there is no store.
  func load() async throws -> Definitions
}
