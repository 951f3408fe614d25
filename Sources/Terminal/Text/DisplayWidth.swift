/// The columns a scalar takes in a grid of cells, independent of the locale.
///
/// Unicode 15.0, East Asian Width (UAX #11): wide and fullwidth scalars take two columns, marks
/// none, everything else one; ambiguous ones are narrow. A terminal's C library may know another
/// version, so its backend shows U+FFFD where the two differ.
package enum DisplayWidth {
  /// The number of columns: 0 for a mark that joins the scalar before it, else 1 or 2; nil for
  /// what has no place in a cell (controls, format characters, unassigned and private scalars).
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    switch kind(of: scalar) {
    case .mark: 0
    case .narrow: 1
    case .wide: 2
    default: nil
    }
  }

  enum Kind: UInt32 {
    case mark, narrow, wide
    /// Unassigned, private or of no agreed width.
    case unknown
    /// Takes no part in display: joiners, selectors, tags, bidirectional controls.
    case ignorable
    case control
    /// U+2028 and U+2029.
    case separator
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? .control : .narrow }
    // The last run that begins at or before the scalar.
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 4 <= value { low = middle } else { high = middle }
    }
    return Kind(rawValue: runs[low] & 15) ?? .unknown
  }
}
