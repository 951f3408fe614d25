extension Text {
  /// A text in pieces of which `sanitised` cuts nothing, each ending between two letters.
  package static func pieces(_ text: Substring, limit: Int = scalarLimit) -> [Substring] {
    let bytes = text.utf8
    var pieces: [Substring] = []
    var start = text.startIndex
    // A scalar is at least a byte.
    while let end = bytes.index(start, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    {
      let cut = boundary(in: text, from: start, before: end)
      pieces.append(text[start..<cut])
      start = cut
    }
    pieces.append(text[start...])
    return pieces
  }

  /// The last place between two plain characters, else between any two.
  private static func boundary(
    in text: Substring,
    from start: Substring.Index,
    before end: Substring.Index
  ) -> Substring.Index {
    let bytes = text.utf8
    var place = end
    for _ in 0..<4_096 where place > start {
      let before = bytes.index(before: place)
      // Neither half of a line's end, nor a letter that a mark may follow.
      if (0x20..<0x7F).contains(bytes[before]), (0x20..<0x7F).contains(bytes[place]) {
        return place
      }
      place = before
    }
    var scalar = end
    while scalar > start, bytes[scalar] & 0xC0 == 0x80 { scalar = bytes.index(before: scalar) }
    let character = text[start..<scalar].indices.last ?? start
    return character > start ? character : scalar > start ? scalar : end
  }
}
