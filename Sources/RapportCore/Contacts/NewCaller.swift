package import JSONLogic

/// A caller whose record is being made: what was typed and answered so far.
///
/// It is kept as a draft until it is saved or discarded, and survives a crash.
package struct NewCaller: Sendable, Hashable, Identifiable {
  package typealias ID = Identifier<NewCaller>

  /// A ULID, unique without asking anybody; the customer's id too, so that saving twice makes one.
  package var id: ID
  package var agent: Agent.ID
  package var openedAt: Instant
  package var name = ""
  package var phone = ""
  package var email = ""
  /// By path.
  package var answers: [String: JSON] = [:]
  /// Questions that were passed over; they may be asked on the Desk.
  package var skipped: Set<String> = []

  package init(id: ID, agent: Agent.ID, openedAt: Instant) {
    self.id = id
    self.agent = agent
    self.openedAt = openedAt
  }

  package var customer: Customer.ID { Customer.ID(id.rawValue) }

  /// Whether there is something to call or find the customer by.
  package var canBeSaved: Bool { [name, phone, email].contains { $0.nonBlank != nil } }

  /// A field that is not filled with what belongs there.
  package enum Fault: Hashable, Sendable { case phone, email }

  package var fault: Fault? {
    if phone.nonBlank != nil, phone.count(where: \.isNumber) < 3 { return .phone }
    guard let email = email.nonBlank else { return nil }
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    return isAddress && !email.contains(where: \.isWhitespace) ? nil : .email
  }

  /// Whether there is nothing that would be lost.
  package var isEmpty: Bool { !canBeSaved && answers.isEmpty }

  /// The whole record as a change of none; answers are of `day`.
  package func patch(at moment: Instant, on day: CalendarDate) -> CustomerPatch {
    CustomerPatch(customer: customer, changes: changes(on: day), by: agent, at: moment)
  }

  /// The customer as they would be saved now.
  package func record(on day: CalendarDate) -> Customer {
    var record: JSONObject = ["id": .string(customer.rawValue)]
    for change in changes(on: day) { RecordPath(change.path).set(change.value, in: &record) }
    return Customer(id: customer, record: record)
  }

  private func changes(on day: CalendarDate) -> [CustomerPatch.Change] {
    func change(_ path: String, _ value: JSON) -> CustomerPatch.Change {
      CustomerPatch.Change(path: path, expected: nil, value: value)
    }
    var changes: [CustomerPatch.Change] = []
    if let name = name.nonBlank { changes.append(change("name.full", .string(name))) }
    if let email = email.nonBlank { changes.append(change("emails", [.string(email)])) }
    if let phone = phone.nonBlank { changes.append(change("phones", [.string(phone)])) }
    for (path, value) in answers.sorted(by: { $0.key < $1.key }) {
      changes.append(change(path, value))
      changes.append(change("observed." + path, .string(day.description)))
    }
    return changes
  }
}
