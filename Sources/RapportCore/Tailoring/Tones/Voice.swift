/// The seven settings of a voice, each from -2 to 2.
///
/// formality, humor, respect and enthusiasm are the four dimensions of Nielsen Norman Group's tone of
/// voice study; empathy, pace and detail are ours.
package struct Voice: Sendable, Hashable {
  package enum Dimension: String, Sendable, CaseIterable {
    case formality, humor, respect, enthusiasm, empathy, pace, detail
  }

  /// In the order of `Dimension`; the eighth is unused.
  private var settings = SIMD8<Int8>()

  package init() {}

  /// Always within -2...2; a value outside is clamped.
  package subscript(dimension: Dimension) -> Int {
    get { Int(settings[dimension.position]) }
    set { settings[dimension.position] = Int8(min(2, max(-2, newValue))) }
  }
}

extension Voice.Dimension {
  fileprivate var position: Int {
    switch self {
    case .formality: 0
    case .humor: 1
    case .respect: 2
    case .enthusiasm: 3
    case .empathy: 4
    case .pace: 5
    case .detail: 6
    }
  }
}
