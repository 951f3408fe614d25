import JSONLogic

/// A customer with what else is known of them: all that rules and templates read.
package struct KnownCustomer: Sendable {
  package var customer: Customer
  /// That the customer belongs to.
  package var account: Customer?
  /// What the journals keep; nil where they were not read, so that nothing derived from them is known.
  package var history: CustomerHistory?

  package init(_ customer: Customer, account: Customer? = nil, history: CustomerHistory? = nil) {
    self.customer = customer
    self.account = account
    self.history = history
  }

  /// What follows from the record, the journals and the day of `moment`.
  package func derived(in definitions: Definitions, at moment: Instant) -> DerivedFacts {
    DerivedFacts(
      of: customer,
      account: account,
      history: history,
      catalog: definitions.catalog,
      at: moment,
      zone: TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    )
  }

  /// What rules read of a caller, who may be nobody known: then nothing is.
  package static func facts(
    of known: KnownCustomer?,
    in definitions: Definitions,
    at moment: Instant
  ) -> CustomerFacts {
    known?.facts(in: definitions, at: moment)
      ?? CustomerFacts(Customer(id: "", record: JSONObject()))
  }

  /// What rules read at `moment`.
  package func facts(in definitions: Definitions, at moment: Instant) -> CustomerFacts {
    CustomerFacts(customer, account: account, derived: derived(in: definitions, at: moment))
  }
}
