/// The operations on text.
enum Text {
  /// A part of a text by Unicode scalars.
  ///
  /// A negative start counts from the end, a negative length leaves so many off the end.
  static func part(of text: String, from start: Int, length: Int?) -> String {
    let scalars = text.unicodeScalars
    let count = scalars.count
    let first = start < 0 ? max(0, count + max(start, -count)) : min(start, count)
    var last = count
    if let length {
      last = length < 0 ? count + max(length, -count) : first + min(length, count - first)
    }
    guard first < last else { return "" }
    return String(String.UnicodeScalarView(scalars.dropFirst(first).prefix(last - first)))
  }

  /// Whether a text holds another, byte by byte.
  static func contains(_ text: String, _ part: String) -> Bool {
    var text = text
    var part = part
    return part.withUTF8 { part in
      text.withUTF8 { text in
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
          if text[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
      }
    }
  }
}
