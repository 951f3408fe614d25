package import JSONLogic

/// A change of some paths of one customer.
package struct CustomerPatch: Sendable {
  /// One path; `value` nil removes it.
  ///
  /// `expected` is what was there when it was read.
  package struct Change: Sendable, Hashable {
    package var path: String
    package var expected: JSON?
    package var value: JSON?

    package init(path: String, expected: JSON?, value: JSON?) {
      self.path = path
      self.expected = expected
      self.value = value
    }
  }

  package var customer: Customer.ID
  package var changes: [Change]
  package var by: Agent.ID
  package var at: Instant

  package init(customer: Customer.ID, changes: [Change], by: Agent.ID, at: Instant) {
    self.customer = customer
    self.changes = changes
    self.by = by
    self.at = at
  }
}

/// Somebody else changed the same path meanwhile.
package struct PatchConflict: Error, Sendable {
  package var customer: Customer.ID
  /// Each path with what is there now.
  package var paths: [(path: String, now: JSON?)]

  package init(customer: Customer.ID, paths: [(path: String, now: JSON?)]) {
    self.customer = customer
    self.paths = paths
  }
}
