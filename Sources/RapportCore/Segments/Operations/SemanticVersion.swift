/// A version by Semantic Versioning 2.0.0 (semver.org), compared by its clause 11.
package struct SemanticVersion: Comparable, Sendable {
  private enum Identifier: Hashable, Sendable {
    case number(String)
    case text(String)
  }

  /// Major, minor, patch, as digits without leading zeros, so that no number is too large.
  private var numbers: [String]
  private var prerelease: [Identifier]

  /// Reads exactly `1.2.3`, `1.2.3-rc.1`, `1.2.3+build`; nil for anything else.
  package init?(_ text: String) { self.init(text, numbers: 3...3) }

  /// Also reads what people write: `v4.2`, `4`; missing numbers are 0.
  package init?(lenient text: String) {
    self.init(
      text.hasPrefix("v") || text.hasPrefix("V") ? String(text.dropFirst()) : text,
      numbers: 1...3
    )
  }

  private init?(_ text: String, numbers range: ClosedRange<Int>) {
    let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    if withoutBuild.count == 2 {
      let parts = withoutBuild[1].split(separator: ".", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ Self.isIdentifier($0) }) else { return nil }
    }
    let parts = withoutBuild[0].split(
      separator: "-",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let core = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard range.contains(core.count), core.allSatisfy({ Self.isNumber($0) }) else { return nil }
    numbers = core.map(String.init) + Array(repeating: "0", count: 3 - core.count)
    prerelease = []
    guard parts.count == 2 else { return }
    for part in parts[1].split(separator: ".", omittingEmptySubsequences: false) {
      guard Self.isIdentifier(part) else { return nil }
      if part.utf8.allSatisfy({ Self.isDigit($0) }) {
        guard Self.isNumber(part) else { return nil }
        prerelease.append(.number(String(part)))
      } else {
        prerelease.append(.text(String(part)))
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit) && (text.utf8.count == 1 || text.first != "0")
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        isDigit(byte) || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }

  /// Whether the first `count` of major, minor, patch are equal.
  func hasSameNumbers(as other: SemanticVersion, _ count: Int) -> Bool {
    numbers.prefix(count) == other.numbers.prefix(count)
  }

  package static func < (left: Self, right: Self) -> Bool {
    for (a, b) in zip(left.numbers, right.numbers) where a != b { return isLess(a, b) }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    for (a, b) in zip(left.prerelease, right.prerelease) where a != b {
      switch (a, b) {
      case (.number(let a), .number(let b)): return isLess(a, b)
      case (.number, .text): return true
      case (.text, .number): return false
      case (.text(let a), .text(let b)): return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
    }
    return left.prerelease.count < right.prerelease.count
  }

  private static func isLess(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count
      ? a.utf8.lexicographicallyPrecedes(b.utf8) : a.utf8.count < b.utf8.count
  }
}
