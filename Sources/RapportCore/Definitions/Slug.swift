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

  /// The nearest well-formed id: lower case, other characters as hyphens; `unnamed` where nothing is left.
  package static func made(from text: String) -> String {
    let letters = text.lowercased().unicodeScalars.prefix(100).map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let slug = String(letters.drop { $0 == "-" })
    return slug.isEmpty ? "unnamed" : slug
  }
}
