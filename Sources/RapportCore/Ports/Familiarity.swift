/// Whom an agent is likely to mean, of customers who fit a query equally well; all of it may be empty.
package struct Familiarity: Sendable {
  /// The agent's own last customers, the newest first.
  package var own: [Customer.ID]
  /// When each customer was last in contact with anybody; what is greater is later.
  package var lastContacts: [Customer.ID: Int]

  package static let none = Familiarity()

  package init(own: [Customer.ID] = [], lastContacts: [Customer.ID: Int] = [:]) {
    self.own = own
    self.lastContacts = lastContacts
  }
}
