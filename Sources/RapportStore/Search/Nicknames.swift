import CEmbedded
import RapportCore

/// Short and other forms of given names: Bill for William, Lena for Magdalena.
///
/// From a list that was written for this program, `Names/nicknames.txt`: one group a line; two names
/// are the same person's where a group has both.
struct Nicknames: Sendable {
  private let groups: [[[UInt8]]]
  private var groupsOfName: [[UInt8]: [Int]] = [:]

  static let shared: Nicknames = {
    let file = embedded_nicknames()
    let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length)
    return Nicknames(parsing: String(decoding: bytes, as: UTF8.self))
  }()

  /// - Parameter text: names with spaces between, a group a line; lines with `#` are remarks.
  init(parsing text: String) {
    groups = text.split(whereSeparator: \.isNewline).filter { $0.first != "#" }.map { line in
      line.split(separator: " ").map { Folding.fold($0) }
    }
    for (number, group) in groups.enumerated() {
      for name in Set(group) { groupsOfName[name, default: []].append(number) }
    }
  }

  /// The other names that share a group with one of these spellings of a name, sorted.
  func others(for spellings: [[UInt8]]) -> [[UInt8]] {
    let known = Set(spellings.flatMap { groupsOfName[$0] ?? [] })
    guard !known.isEmpty else { return [] }
    return Set(known.flatMap { groups[$0] }).subtracting(spellings)
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
