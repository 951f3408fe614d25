/// How far two segments have the same members.
package struct Overlap: Hashable, Sendable {
  package var first: Int
  package var second: Int
  package var both: Int

  package init(first: Int, second: Int, both: Int) {
    (self.first, self.second, self.both) = (first, second, both)
  }

  package var either: Int { first + second - both }

  /// Of all that are in either, the share that is in both; nil where nobody is.
  package var ofEither: Double? { either > 0 ? Double(both) / Double(either) : nil }

  /// Of the first one's members the share that is in the second too; nil where it has none.
  package var ofFirst: Double? { first > 0 ? Double(both) / Double(first) : nil }

  package var ofSecond: Double? { second > 0 ? Double(both) / Double(second) : nil }
}
