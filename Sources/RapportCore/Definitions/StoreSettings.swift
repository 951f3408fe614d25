package import JSONLogic

/// `store.json`: who we are, what we want, and the defaults.
package struct StoreSettings: Sendable {
  package struct Goal: Sendable, Hashable {
    package var text: String
    package var metric: String?
    package var target: Double?
    package var by: CalendarDate?

    package init(
      text: String,
      metric: String? = nil,
      target: Double? = nil,
      by: CalendarDate? = nil
    ) {
      self.text = text
      self.metric = metric
      self.target = target
      self.by = by
    }
  }

  /// The store's format that this program writes.
  package static let latestFormat = 1

  package var name: String
  package var format = 1
  package var company: String
  /// What scripts may say of the company, at paths such as `phone`; texts may be by language.
  package var companyDetails: JSONObject = [:]
  package var goal: Goal?
  package var language = "en"
  package var timeZone = "UTC"
  package var country: String?
  package var currency: String?
  package var channel: Channel = .phone
  package var tone: Tone.ID?
  /// Steps that no script can leave out.
  package var always: [Step] = []
  /// By name; each has a default in the code that reads it.
  package var thresholds: [String: Double] = [:]

  package init(name: String, company: String) {
    self.name = name
    self.company = company
  }
}
