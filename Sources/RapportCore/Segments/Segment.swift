package import JSONLogic

/// A named group of customers: a profile, a measurable goal, a rule, a priority, a tone, services.
package struct Segment: Sendable, Identifiable {
  package typealias ID = Identifier<Segment>

  package enum Status: String, Sendable { case draft, active, retired }

  package struct Manual: Sendable, Hashable {
    package var customer: Customer.ID
    package var member: Bool
    package var reason: String
    package var by: String?
    /// Inclusive.
    package var until: CalendarDate?

    package init(
      customer: Customer.ID,
      member: Bool,
      reason: String,
      by: String? = nil,
      until: CalendarDate? = nil
    ) {
      self.customer = customer
      self.member = member
      self.reason = reason
      self.by = by
      self.until = until
    }
  }

  package var id: ID
  package var name: String
  package var status: Status = .active
  /// 1 is the strongest.
  package var priority: Int
  package var revision = 1
  package var summary: String?
  package var goal: StoreSettings.Goal?
  package var needs: [String] = []
  package var preferences: [String] = []
  package var behaviors: [String] = []
  package var rule: Rule?
  /// Why the rule cannot be used; a broken segment is shown as broken and takes no other down.
  package var broken: Problem?
  package var tone: Tone.ID?
  package var adjust = Voice()
  package var services: [Service.ID] = []
  package var goldenMembers: [Customer.ID] = []
  package var goldenNonmembers: [Customer.ID] = []
  package var manual: [Manual] = []
  /// Findings of lint that somebody accepts.
  package var waived: [Waiver] = []
  package var owner: String?
  package var reviewEveryDays: Int?

  package init(id: ID, name: String, priority: Int) {
    self.id = id
    self.name = name
    self.priority = priority
  }
}
