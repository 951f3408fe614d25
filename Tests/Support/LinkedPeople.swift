/// Names of one of FEBRL's sets of records that link: originals, and their misspelt duplicates.
///
/// A duplicate has the original's id. Those without a name are dropped.
package struct LinkedPeople: Sendable {
  package struct Person: Sendable {
    package var id: String
    package var name: String
  }

  package private(set) var originals: [Person] = []
  package private(set) var misspelt: [Person] = []

  /// Nil where the shared data is absent.
  package init?(_ set: String) {
    guard let bytes = SharedData.bytes("linkage/\(set).csv") else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.drop { $0 == " " }
      }
      guard cells.count > 2 else { continue }
      let id = cells[0].split(separator: "-")
      guard id.count > 2 else { continue }
      let name = cells[1...2].filter { !$0.isEmpty }.joined(separator: " ")
      let person = Person(id: String(id[1]), name: name)
      if id[2] == "org" {
        originals.append(person)
      } else if !name.isEmpty {
        misspelt.append(person)
      }
    }
  }
}
