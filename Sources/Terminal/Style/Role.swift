import Synchronization

/// What a piece of text is for; a theme decides how it looks.
///
/// A dotted name. What a theme does not say of `list.selected` it says of `list`, and else of
/// `text`. Names are kept once in a table of the process, so a role is two bytes in a cell.
package struct Role: Hashable, Sendable {
  /// Dense, in the order in which names were first seen; `text` is 0.
  let number: UInt16

  /// Characters other than `a-z`, digits, `-` and `.` are allowed, but no theme file can name them.
  package init(_ name: String) {
    number = Self.names.withLock { $0.number(of: name) }
  }

  private init(number: UInt16) { self.number = number }

  package var name: String { Self.names.withLock { $0.names[Int(number)] } }

  /// The role that speaks where a theme is silent on this one; `text` has none.
  package var parent: Role? {
    guard self != .text else { return nil }
    let name = name
    guard let dot = name.lastIndex(of: ".") else { return .text }
    return Role(String(name[..<dot]))
  }

  package static let text = Role(number: 0)

  /// Every role named so far, by number.
  static var known: [Role] {
    names.withLock { names in names.names.indices.map { Role(number: UInt16($0)) } }
  }

  private struct Names: ~Copyable {
    var names = ["text"]
    var numbers: [String: UInt16] = ["text": 0]

    /// The table is full after 65,536 names; the rest are `text`.
    mutating func number(of name: String) -> UInt16 {
      if let known = numbers[name] { return known }
      guard let next = UInt16(exactly: names.count) else { return 0 }
      names.append(name)
      numbers[name] = next
      return next
    }
  }

  private static let names = Mutex(Names())
}

extension Role: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self.init(name) }
}

extension Role: CustomStringConvertible {
  package var description: String { name }
}
