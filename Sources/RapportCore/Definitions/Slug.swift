/// The shape of a definition's id: `[a-z0-9][a-z0-9-]*`.
package enum Slug {
  package static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 100 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// The nearest well-formed id: lower case, Ärzte as aerzte, other scripts in Latin letters where there is a
  /// standard way to spell them, all else as hyphens; nil where nothing is left.
  package static func nearest(to text: String) -> String? {
    let folded = Folding.fold(text, .long).prefix(100).map { byte -> Character in
      let scalar = Unicode.Scalar(byte)
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let slug = String(folded).split(separator: "-").joined(separator: "-")
    return slug.isEmpty ? nil : slug
  }

  /// The same; `unnamed` where nothing is left.
  package static func made(from text: String) -> String { nearest(to: text) ?? "unnamed" }
}
