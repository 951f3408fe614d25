/// The seven settings of a voice, each from -2 to 2.
///
/// formality, humor, respect and enthusiasm are the four dimensions of Nielsen Norman Group's tone of
/// voice study; empathy, pace and detail are ours.
package struct Voice: Sendable, Hashable {
  package enum Dimension: String, Sendable, CaseIterable {
    case formality, humor, respect, enthusiasm, empathy, pace, detail
  }

  private var settings: [Dimension: Int] = [:]

  package init() {}

  /// Always within -2...2; a value outside is clamped.
  package subscript(dimension: Dimension) -> Int {
    get { settings[dimension] ?? 0 }
    set { settings[dimension] = newValue == 0 ? nil : min(2, max(-2, newValue)) }
  }
}
