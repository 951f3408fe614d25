import RapportCore
import RapportStore

extension OpenStore {
  /// What the journals and the day tell of a customer.
  func derivedFacts(of customer: Customer, account: Customer?) throws -> DerivedFacts {
    let (journal, moment) = (journal, now)
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    let withScores = definitions.readsPurchaseScores
    let history = try blocking {
      try await journal.history(of: customer.id, at: moment, zone: zone, withScores: withScores)
    }
    return KnownCustomer(customer, account: account, history: history)
      .derived(in: definitions, at: moment)
  }
}
