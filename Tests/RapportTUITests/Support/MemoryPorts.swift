import JSONLogic
import RapportCore
import RapportTUI
import Synchronization

/// The ports over a store in memory.
final class MemoryPorts: CustomerDirectory, Journal, ContactDrafts {
  struct State {
    var store = PreviewStore()
    var drafts: [Contact.ID: Contact] = [:]
    var logged: [Interaction] = []
    var callers: [NewCaller.ID: NewCaller] = [:]
    var edits: [DefinitionDraft.ID: DefinitionDraft] = [:]
    var refinings: [RefiningDraft.ID: RefiningDraft] = [:]
    var agenda = Agenda.empty
    var feedback: [Feedback.ID: Feedback] = [:]
    var readAnswers: [Feedback.ID: Instant] = [:]
    /// Of the newest search.
    var known = Familiarity.none
    /// What was written, in order.
    var written: [String] = []
  }

  let state = Mutex(State())
  let definitions = MemoryDefinitions()

  var ports: Ports {
    Ports(
      directory: self,
      journal: self,
      drafts: self,
      definitions: .editable(definitions),
      knowledge: { PreviewGuide.knowledge }
    )
  }

  func find(_ query: String, limit: Int, knowing: Familiarity) async -> FindResult {
    state.withLock { state in
      state.known = knowing
      return state.store.find(query, limit: limit)
    }
  }

  func customer(_ id: Customer.ID) async throws -> Customer? {
    state.withLock { $0.store.customers[id] }
  }

  func apply(_ patch: CustomerPatch) async throws -> Customer {
    try state.withLock { state in
      let customer =
        state.store.customers[patch.customer]
        ?? Customer(id: patch.customer, record: ["id": .string(patch.customer.rawValue)])
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

  func agenda(of agent: Agent.ID, on day: CalendarDate, zone: Zone) async throws -> Agenda {
    state.withLock(\.agenda)
  }

  func append(_ interaction: Interaction) async throws {
    state.withLock { state in
      state.logged.append(interaction)
      state.written.append("log")
    }
  }

  func takeBack(_ id: Interaction.ID, of customer: Customer.ID?) async throws {
    state.withLock { state in
      state.logged.removeAll { $0.id == id }
      state.written.append("take back")
    }
  }

  func append(_ feedback: Feedback) async throws {
    state.withLock { state in
      state.feedback[feedback.id] = feedback
      state.written.append("feedback")
    }
  }

  func takeBack(_ id: Feedback.ID) async throws {
    state.withLock { state in
      state.feedback[id] = nil
      state.written.append("take back feedback")
    }
  }

  func feedback(limit: Int) async throws -> [Feedback] {
    state.withLock { state in
      Array(state.feedback.values.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.prefix(limit))
    }
  }

  func answers(for agent: Agent.ID) async throws -> [Feedback] {
    try await feedback(limit: .max).filter { $0.by == agent && $0.answer != nil }
  }

  func answer(_ id: Feedback.ID, with answer: Feedback.Answer) async throws -> Feedback {
    try state.withLock { state in
      guard var line = state.feedback[id] else { throw FeedbackRefusal.missing(id) }
      line.answer = answer
      state.feedback[id] = line
      return line
    }
  }

  func readAnswers() async throws -> [Feedback.ID: Instant] { state.withLock(\.readAnswers) }

  func noteRead(_ answered: Feedback) async throws {
    state.withLock { $0.readAnswers[answered.id] = answered.answer?.at }
  }

  func load() async throws -> OpenDrafts {
    state.withLock {
      OpenDrafts(
        contacts: Array($0.drafts.values),
        callers: Array($0.callers.values),
        edits: Array($0.edits.values)
      )
    }
  }

  func save(_ caller: NewCaller) async throws {
    state.withLock { state in
      state.callers[caller.id] = caller
      state.written.append("save")
    }
  }

  func save(_ edit: DefinitionDraft) async throws {
    state.withLock { state in
      state.edits[edit.id] = edit
      state.written.append("save")
    }
  }

  func remove(_ id: DefinitionDraft.ID) async throws {
    state.withLock { state in
      state.edits[id] = nil
      state.written.append("remove")
    }
  }

  func save(_ refining: RefiningDraft) async throws {
    state.withLock { state in
      state.refinings[refining.id] = refining
      state.written.append("save")
    }
  }

  func remove(_ id: RefiningDraft.ID) async throws {
    state.withLock { state in
      state.refinings[id] = nil
      state.written.append("remove")
    }
  }

  func remove(_ id: NewCaller.ID) async throws {
    state.withLock { state in
      state.callers[id] = nil
      state.written.append("remove")
    }
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
