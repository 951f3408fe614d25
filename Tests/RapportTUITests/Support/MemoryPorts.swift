import RapportCore
import RapportTUI
import Synchronization

/// The ports over a store in memory.
final class MemoryPorts: CustomerDirectory, Journal, ContactDrafts {
  struct State {
    var store = PreviewStore()
    var drafts: [Contact.ID: Contact] = [:]
    var logged: [Interaction] = []
    /// What was written, in order.
    var written: [String] = []
  }

  let state = Mutex(State())

  var ports: Ports {
    Ports(directory: self, journal: self, drafts: self, knowledge: { PreviewGuide.knowledge })
  }

  func find(_ query: String, limit: Int, knowing: Familiarity) async -> FindResult {
    state.withLock { $0.store.find(query, limit: limit) }
  }

  func customer(_ id: Customer.ID) async throws -> Customer? {
    state.withLock { $0.store.customers[id] }
  }

  func apply(_ patch: CustomerPatch) async throws -> Customer {
    try state.withLock { state in
      guard let customer = state.store.customers[patch.customer] else {
        throw PatchConflict(customer: patch.customer, paths: [])
      }
      let changed = try patch.applied(to: customer)
      state.store.put(changed)
      return changed
    }
  }

  func census() async -> Census { state.withLock { $0.store.census } }

  func interactions(of customer: Customer.ID, limit: Int) async throws -> [Interaction] {
    state.withLock { state in
      let logged = state.logged.reversed().filter { $0.customer == customer }
      return Array((logged + (state.store.history[customer] ?? [])).prefix(limit))
    }
  }

  func history(
    of customer: Customer.ID,
    at moment: Instant,
    zone: Zone,
    withScores: Bool
  ) async throws -> CustomerHistory {
    let contacts = try await interactions(of: customer, limit: .max)
    return CustomerHistory(contacts: contacts.map { ($0.at, $0.channel) })
  }

  func append(_ interaction: Interaction) async throws {
    state.withLock { state in
      state.logged.append(interaction)
      state.written.append("log")
    }
  }

  func load() async throws -> (contacts: [Contact], problems: [Problem]) {
    state.withLock { (Array($0.drafts.values), []) }
  }

  func save(_ contact: Contact) async throws {
    state.withLock { state in
      state.drafts[contact.id] = contact
      state.written.append("save")
    }
  }

  func remove(_ id: Contact.ID) async throws {
    state.withLock { state in
      state.drafts[id] = nil
      state.written.append("remove")
    }
  }
}
