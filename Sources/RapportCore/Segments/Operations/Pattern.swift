import CRegex

/// A regular expression in RE2's dialect: linear in the text, whatever the pattern.
package final class Pattern: Sendable {
  package struct Malformed: Error, Sendable, CustomStringConvertible {
    /// What RE2 says: `missing ): (abc`.
    package let description: String
  }

  /// Longer ones are refused.
  package static let maximumLength = 1000

  // Addresses, because a pointer is not Sendable; what they lead to never changes.
  private let whole: UInt
  private let bounded: UInt

  package init(_ pattern: String) throws(Malformed) {
    guard pattern.utf8.count <= Self.maximumLength else {
      throw Malformed(description: "longer than \(Self.maximumLength) bytes")
    }
    whole = UInt(bitPattern: try Self.compile(pattern))
    do throws(Malformed) {
      bounded = UInt(
        bitPattern: try Self.compile(#"(?:^|[^\pL\pN])((?:"# + pattern + #"))(?:$|[^\pL\pN])"#)
      )
    } catch {
      regex_destroy(OpaquePointer(bitPattern: whole))
      throw error
    }
  }

  deinit {
    regex_destroy(OpaquePointer(bitPattern: whole))
    regex_destroy(OpaquePointer(bitPattern: bounded))
  }

  private static func compile(_ pattern: String) throws(Malformed) -> OpaquePointer {
    var pattern = pattern
    var reason = [CChar](repeating: 0, count: 200)
    let compiled = pattern.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        regex_create($0.baseAddress, $0.count, &reason, reason.count)
      }
    }
    guard let compiled else {
      let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw Malformed(description: String(decoding: text, as: UTF8.self))
    }
    return compiled
  }

  /// Whether the whole of `text` matches.
  package func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        regex_matches(OpaquePointer(bitPattern: whole), $0.baseAddress, $0.count)
      }
    }
  }

  /// Every match in `text` that stands between characters which are neither letters nor digits, in
  /// order; for values in a pasted e-mail.
  package func occurrences(in text: String) -> [Substring] {
    var text = text
    text.makeContiguousUTF8()
    var ranges: [Range<Int>] = []
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var (from, start, end) = (0, 0, 0)
        while regex_search(
          OpaquePointer(bitPattern: bounded),
          characters.baseAddress,
          characters.count,
          from,
          &start,
          &end
        ) {
          if end > start { ranges.append(start..<end) }
          from = max(end, from + 1)
        }
      }
    }
    return ranges.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
  }
}
