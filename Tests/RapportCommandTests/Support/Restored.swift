import TestSupport
import Testing

extension PseudoTerminal {
  /// Checks that the shell would find its terminal as it was.
  func expectRestored(_ location: SourceLocation = #_sourceLocation) {
    #expect(isCooked, sourceLocation: location)
    #expect(!screen.isAlternate, sourceLocation: location)
    #expect(screen.isCursorVisible, sourceLocation: location)
    #expect(
      screen.modes.isDisjoint(with: [1000, 1002, 1003, 1004, 1006, 2004, 2026]),
      sourceLocation: location
    )
  }
}
