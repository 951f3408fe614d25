/// How often the right one was found first, and among ten.
package struct Recall: Sendable {
  package private(set) var count = 0
  package private(set) var first = 0
  package private(set) var ten = 0

  package init() {}

  /// - Parameter place: of the right one; nil where it was not found.
  package mutating func add(_ place: Int?) {
    count += 1
    if place == 0 { first += 1 }
    if let place, place < 10 { ten += 1 }
  }

  /// Recall at 1 and at 10.
  package var text: String { "\(share(first)) and \(share(ten))" }

  private func share(_ found: Int) -> Double {
    (Double(found) / Double(max(1, count)) * 1000).rounded() / 1000
  }
}
