/// Making text from anywhere fit for a grid of cells, a clipboard or a stream.
package enum Text {
  /// The scalars that `sanitised` keeps of one text unless told otherwise.
  package static let scalarLimit = 16_384
  /// Marks that one cell holds; what curses can store.
  package static let markLimit = 4

  /// The columns a text takes once sanitised.
  package static func columns(of text: String) -> Int {
    var columns = 0
    for scalar in sanitised(text).unicodeScalars {
      columns += DisplayWidth.columns(of: scalar) ?? 0
    }
    return columns
  }
}
