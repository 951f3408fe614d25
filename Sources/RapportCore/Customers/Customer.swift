package import JSONLogic

/// A person or an account that contacts the team: one record of `customers.jsonl`.
///
/// The record is kept whole, so that keys the program does not know survive a rewrite; the accessors
/// read it. Nothing here is sanitised: text goes to people through `CustomerPresentation`.
package struct Customer: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Customer>

  package var id: ID
  /// The whole line.
  package var record: JSONObject

  package init(id: ID, record: JSONObject) {
    self.id = id
    self.record = record
  }
}
