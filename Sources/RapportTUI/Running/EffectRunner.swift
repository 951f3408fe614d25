import Dispatch
import RapportCore
import Synchronization
import Terminal

/// Does what updates ask for, off the interface's thread, and posts the results.
///
/// Reading is cancelled by newer reading of its kind; writing is done one after the other, in the
/// order of the updates, and only the newest state of a draft is written.
final class EffectRunner: Sendable {
  /// How often a search is repeated while the customers are still being read.
  private static let pause: Duration = .milliseconds(200)
  /// Contacts shown on the Desk.
  private static let historyLimit = 50

  let ports: Ports
  let mailbox: Mailbox<Message>
  let knowledge: Mutex<Knowledge>
  /// The definitions as they are, ready for trying changes out.
  let trial = Mutex<DefinitionTrial?>(nil)
  /// Whom the agent and others served last, as the agenda told it.
  let familiarity = Mutex(Familiarity.none)
  private let reading = Mutex<[String: Task<Void, Never>]>([:])
  let writer: EffectWriter
  /// Lists that are being written to files.
  let exports = DispatchGroup()

  init(ports: Ports, knowledge: Knowledge, mailbox: Mailbox<Message>) {
    self.ports = ports
    self.mailbox = mailbox
    self.knowledge = Mutex(knowledge)
    writer = EffectWriter(ports: ports, mailbox: mailbox)
    prepare(knowledge)
    if let changes = ports.definitionChanges {
      read("changes") { [weak self] in
        for await _ in changes { await self?.reload() }
      }
    }
    if let changes = ports.journalChanges {
      read("journal") {
        for await _ in changes { mailbox.post(.journalChanged, replacing: "journal") }
      }
    }
    if let changes = ports.customerChanges {
      read("customers") {
        for await _ in changes { mailbox.post(.customersChanged, replacing: "customers") }
      }
    }
    if let themes = ports.themes {
      read("themes") {
        for await _ in themes.changes { mailbox.post(.themes(themes.read()), replacing: "themes") }
      }
    }
  }

  /// Starts an effect; those of the terminal itself are the loop's.
  func run(_ effect: Effect) {
    switch effect {
    case .find(let query, let limit, let own, let generation):
      read("find") { [self] in await find(query, limit: limit, own: own, generation: generation) }
    case .summarise(let customers, let generation, let at):
      read("summaries \(generation)", replacing: "summaries") { [self] in
        await summarise(customers, generation: generation, at: at)
      }
    case .agenda(let agent, let at):
      read("agenda") { [self] in await agenda(of: agent, at: at) }
    case .readFeedback(let agent): read("feedback") { [self] in await readFeedback(for: agent) }
    case .findKnown(let caller, let generation):
      read("known") { [self] in await findKnown(caller, generation: generation) }
    case .census: read("census") { [self] in await count() }
    case .open(let id, let opening, let at):
      start { [self] in await open(id, as: opening, at: at) }
    case .loadDrafts: start { [self] in await loadDrafts() }
    case .chooseSamples(let own, let at):
      read("samples") { [self] in await chooseSamples(own: own, at: at) }
    case .tryOut(let trial): read("trial") { [self] in await tryOut(trial) }
    case .tryRule(let trial): read("rule") { [self] in await tryRule(trial) }
    case .spread(let path, let at):
      read("spread \(path)") { [self] in await spread(of: path, at: at) }
    case .readWeek(let generation, let at):
      read("week") { [self] in await readWeek(generation: generation, at: at) }
    case .check(let generation, let at):
      read("check") { [self] in check(generation: generation, at: at) }
    case .findGaps(let generation, let at):
      read("gaps") { [self] in await findGaps(generation: generation, at: at) }
    case .countSegments(let generation, let at):
      read("overview") { [self] in await countSegments(generation: generation, at: at) }
    case .countIdentities(let generation, let at):
      read("identities") { [self] in await countIdentities(generation: generation, at: at) }
    case .contrast(let first, let second, let generation, let at):
      read("contrast") { [self] in
        await contrast(first, second, generation: generation, at: at)
      }
    case .countOverlaps(let ids, let generation, let at):
      read("overlaps") { [self] in await countOverlaps(ids, generation: generation, at: at) }
    case .listMembers(let query, let generation, let at):
      read("members \(generation) \(query.offset)", replacing: "members \(generation - 1) ") {
        [self] in await listMembers(query, generation: generation, at: at)
      }
    case .readMember(let id, let segments, let at):
      read("member") { [self] in await readMember(id, segments, at: at) }
    case .writeMembers(let file, let at):
      exports.enter()
      read("export") { [self] in
        await writeMembers(file, at: at)
        exports.leave()
      }
    case .stopWriting: read("export") {}
    case .drawCalls(let segment, let others, let generation, let at):
      read("calls") { [self] in
        await drawCalls(segment, others: others, generation: generation, at: at)
      }
    case .doubt(let segment, let votes, let generation, let at):
      read("doubts") { [self] in await doubt(segment, votes, generation: generation, at: at) }
    case .reload: start { [self] in await reload() }
    case .saveDraft, .removeDraft, .saveCaller, .removeCaller, .saveEdit, .removeEdit,
      .keepRefining, .dropRefining, .log,
      .takeBack, .create, .apply, .saveFeedback, .takeBackFeedback, .answerFeedback, .noteRead,
      .saveDefinitions:
      writer.write(effect)
    case .refine(let question, let generation, let at):
      read("refine") { [self] in await refine(question, generation: generation, at: at) }
    case .readHistory(let reference, let takesBack):
      start { [self] in await readHistory(of: reference, takesBack: takesBack) }
    case .tryBack(let change, let at): start { [self] in await tryBack(change, at: at) }
    case .copy, .redraw, .suspend, .edit, .quit: break
    }
  }

  /// Cancels reading, and waits until everything is written, at most so long; false where it is not.
  func finish(within limit: Duration) -> Bool {
    reading.withLock { tasks in tasks.values.forEach { $0.cancel() } }
    // Half a list must not stay behind.
    _ = exports.wait(timeout: .now() + .seconds(Int(limit.components.seconds)))
    return writer.finish(within: limit)
  }

  /// Waits until everything is written, at most so long; reading goes on.
  func settle(within limit: Duration) -> Bool { writer.finish(within: limit) }

  /// As they were read last.
  var definitions: Definitions { knowledge.withLock { $0.definitions } }

  private func start(_ work: @escaping @Sendable () async -> Void) {
    Task.detached(priority: .userInitiated, operation: work)
  }

  /// Starts work that ends earlier work of its kind; of one kind and another number it may go on.
  private func read(
    _ name: String,
    replacing kind: String? = nil,
    _ work: @escaping @Sendable () async -> Void
  ) {
    reading.withLock { tasks in
      for key in tasks.keys where key != name && kind.map(key.hasPrefix) ?? false {
        tasks.removeValue(forKey: key)?.cancel()
      }
      if kind == nil { tasks[name]?.cancel() }
      tasks[name] = Task.detached(priority: .userInitiated, operation: work)
    }
  }

  private func find(
    _ query: String,
    limit: Int,
    own: [Customer.ID],
    generation: Int
  ) async {
    guard !query.isEmpty else { return }
    while !Task.isCancelled {
      let result = await ports.directory.find(
        query,
        limit: limit,
        knowing: familiar(own)
      )
      guard !Task.isCancelled else { return }
      mailbox.post(.found(result, generation: generation), replacing: "find")
      guard !result.isComplete else { return }
      try? await Task.sleep(for: Self.pause)
    }
  }

  /// The customers of this session first.
  private func familiar(_ own: [Customer.ID]) -> Familiarity {
    var known = familiarity.withLock { $0 }
    let seen = Set(own)
    known.own = own + known.own.filter { !seen.contains($0) }
    return known
  }

  private func findKnown(_ caller: NewCaller, generation: Int) async {
    let queries = LikelyDuplicate.queries(for: caller)
    guard !queries.isEmpty else { return }
    while !Task.isCancelled {
      var found: [(field: LikelyDuplicate.Field, text: String, hits: [Hit])] = []
      var isComplete = true
      for (field, text) in queries {
        let result = await ports.directory.find(text, limit: Find.limit, knowing: familiar([]))
        found.append((field, text, result.hits))
        isComplete = isComplete && result.isComplete
      }
      guard !Task.isCancelled else { return }
      let known = LikelyDuplicate.among(found)
      let more = max(0, known.count - CallerForm.knownLimit)
      mailbox.post(.known(known, more: more, of: caller.id, generation: generation))
      guard !isComplete else { return }
      try? await Task.sleep(for: Self.pause)
    }
  }

  /// A journal that cannot be read has nothing due; what opens a customer says why.
  private func agenda(of agent: Agent.ID, at now: Instant) async {
    let zone = reader(at: now).zone
    guard
      var agenda = try? await ports.journal.agenda(of: agent, on: zone.date(now), zone: zone)
    else { return }
    familiarity.withLock { $0 = agenda.familiarity }
    var customers: [Customer.ID: Customer] = [:]
    let due = Set(agenda.followUps.prefix(Find.followUpsRead).map(\.customer))
    for id in due.union(agenda.familiarity.own) {
      guard !Task.isCancelled else { return }
      customers[id] = try? await ports.directory.customer(id)
    }
    agenda.followUps.removeAll { due.contains($0.customer) && customers[$0.customer] == nil }
    mailbox.post(.agenda(agenda, customers), replacing: "agenda")
  }

  private func readFeedback(for agent: Agent.ID) async {
    do {
      let lines = try await ports.journal.feedback(limit: FeedbackBox.limit)
      let answers = try await ports.journal.answers(for: agent)
      // Read again where it cannot be read what the agent has read.
      let read = (try? await ports.drafts.readAnswers()) ?? [:]
      mailbox.post(.feedback(lines, answers: answers, read: read), replacing: "feedback")
    } catch {
      mailbox.post(.feedbackNotRead(why: "\(error)"), replacing: "feedback")
    }
  }

  private func count() async {
    while !Task.isCancelled {
      let census = await ports.directory.census()
      mailbox.post(.census(census), replacing: "census")
      guard !census.isComplete else { return }
      try? await Task.sleep(for: Self.pause)
    }
  }

  private func summarise(_ customers: [Customer], generation: Int, at now: Instant) async {
    let reader = reader(at: now)
    var summaries: [Customer.ID: HitSummary] = [:]
    for customer in customers {
      guard !Task.isCancelled else { return }
      summaries[customer.id] = await reader.summary(of: customer)
    }
    mailbox.post(.summaries(summaries, generation: generation))
  }

  func reader(at now: Instant) -> CustomerReader {
    CustomerReader(ports: ports, knowledge: knowledge.withLock { $0 }, now: now)
  }

  /// The card comes at once; what takes the orders of all customers to tell comes behind it.
  private func open(_ id: Customer.ID, as opening: Opening, at now: Instant) async {
    let reader = reader(at: now)
    do {
      for withScores in reader.knowledge.readsScores ? [false, true] : [false] {
        let opened = try await reader.open(
          id,
          contacts: Self.historyLimit,
          withScores: withScores
        )
        guard let opened else {
          let why = "\(id) is not in the store any more"
          mailbox.post(.notOpened(id, why: why, as: opening))
          return
        }
        mailbox.post(.opened(opened, as: withScores ? .history : opening))
      }
    } catch {
      mailbox.post(.notOpened(id, why: "\(id) cannot be read: \(error)", as: opening))
    }
  }

  /// Reads the reasons' examples before somebody types.
  private func prepare(_ knowledge: Knowledge) {
    Task.detached(priority: .utility) { _ = knowledge.rank("") }
  }

  private func reload() async {
    do {
      let knowledge = try await ports.knowledge()
      self.knowledge.withLock { $0 = knowledge }
      await ports.statistics?.use(knowledge.definitions)
      prepare(knowledge)
      trial.withLock { $0 = nil }
      mailbox.post(.reloaded(knowledge))
    } catch {
      mailbox.post(.failed("The definitions cannot be read: \(error)"))
    }
  }
}
