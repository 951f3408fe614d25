import RapportCore
import RapportStore

extension OpenStore {
  /// A customer as they are read at the store's moment: the latest record, or with `--as-of` the one
  /// of that time.
  struct ReadCustomer {
    var customer: Customer
    var account: Customer?
    /// What to say of the values' age; nil where they are the latest.
    var note: String?
  }

  /// - Parameters:
  ///   - text: an id, or a phone number or e-mail address that only one has.
  ///   - isPast: whether values are to be those of `now`.
  /// - Returns: the customer and the account.
  /// - Throws: `CommandFailure` where nobody is meant, or nothing was known of them at the time.
  func read(_ text: String, isPast: Bool) throws -> ReadCustomer {
    guard isPast else {
      let (customer, account) = try customer(text)
      return ReadCustomer(customer: customer, account: account)
    }
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let history = RecordHistory(location, zone: zone)
    var id = Customer.ID(text)
    var state = try history.state(of: id, at: now)
    if case .unheard = state {
      id = try customer(text).customer.id
      state = try history.state(of: id, at: now)
    }
    let known: (customer: Customer, since: Instant?, isLatest: Bool)
    switch state {
    case .known(let customer, let since, let isLatest): known = (customer, since, isLatest)
    case .removed:
      throw CommandFailure(
        code: "no-customer",
        message: "\(id) had been removed by \(zone.text(now))"
      )
    case .notYet(let first):
      throw CommandFailure(
        code: "no-customer",
        message:
          "\(id) was not known at \(zone.text(now)); the first record is of \(zone.text(first))"
      )
    case .unheard:
      throw CommandFailure(code: "no-customer", message: "no customer is \"\(text)\"")
    }
    var account: Customer?
    if let id = known.customer.account,
      case .known(let then, _, _) = try history.state(of: id, at: now)
    {
      account = then
    }
    let since = known.since.map { "of " + zone.text($0) } ?? "of an import without a date"
    return ReadCustomer(
      customer: known.customer,
      account: account,
      note: known.isLatest ? nil : "as of \(zone.text(now)), with the values \(since)"
    )
  }
}
