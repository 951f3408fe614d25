import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Drives the interface without a terminal: keys in, effects fulfilled at once from a store in memory.
struct Bench {
  var app: App
  var store = PreviewStore()
  var now = PreviewStore.now
  var copied: [String] = []
  var saved: [Contact.ID: Contact] = [:]
  var logged: [Interaction] = []
  var takenBack: [Contact.ID] = []
  var savedCallers: [NewCaller.ID: NewCaller] = [:]
  var savedEdits: [DefinitionDraft.ID: DefinitionDraft] = [:]
  var savedRefinings: [RefiningDraft.ID: RefiningDraft] = [:]
  var agenda = Agenda.empty
  /// Who needs what is missing; nil where nobody counts.
  var demand: Demand?
  /// Whether somebody counts customers by segment.
  var counts = true
  var storeFails = false
  var patches: [CustomerPatch] = []
  /// What changes of definitions are written to.
  var definitions = MemoryDefinitions.State()
  /// What was opened in an editor, and what is left there; nil where the editor fails.
  var documents: [String] = []
  var editing: @Sendable (String) -> String? = { $0 }
  var effects: [Effect] = []
  var hasQuit = false
  /// Holds back answers to searches.
  var holdsSearches = false
  /// Holds back customers' records.
  var holdsCards = false
  /// Holds back what is counted of segments and their members.
  var holdsCounts = false
  /// Holds back what would come of a draft.
  var holdsTrials = false
  var held: [Effect] = []
  var journalFails = false
  /// What agents said, as the journal has it.
  var feedback: [Feedback.ID: Feedback] = [:]
  var readAnswers: [Feedback.ID: Instant] = [:]
  /// Files that lists were written to, those that are there already among them.
  var files: [String: String] = [:]
  var stoppedWriting = 0
  /// Begins to write lists, and goes no further.
  var holdsWriting = false
  /// What else is known of the week.
  var week: @Sendable (inout WeekFacts) -> Void = { _ in }

  init(_ columns: Int = 80, _ rows: Int = 24, knowledge: Knowledge = PreviewGuide.knowledge) {
    app = App(
      knowledge: knowledge,
      agent: PreviewDefinitions.agent,
      size: Size(columns: columns, rows: rows),
      themes: ["terminal", "nocturne"],
      theme: "terminal",
      seed: 7
    )
    send(.start)
  }

  mutating func send(_ event: AppEvent) {
    fulfil(app.update(event, now: now))
  }

  mutating func press(_ keys: String...) {
    for key in keys {
      guard let chord = KeyChord(key) else {
        Issue.record("no key is called \(key)")
        continue
      }
      send(.input(.key(chord.key)))
    }
  }

  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  mutating func wait(_ seconds: Int64) {
    now = now.adding(seconds: seconds)
    send(.tick)
  }

  /// Finds and opens the only hit, or the first.
  mutating func open(_ query: String) {
    if app.view != .find { press("F2") }
    type(query)
    press("Enter")
  }

  var frame: Frame { app.view(size: app.size, now: now) }
  var rows: [String] { frame.canvas.textRows }
  var screen: String { rows.joined(separator: "\n") }

  /// Lets what was held back arrive, in the order in which it was asked for or the other way round.
  mutating func release(newestFirst: Bool = false) {
    holdsSearches = false
    holdsCards = false
    holdsCounts = false
    holdsTrials = false
    fulfil(newestFirst ? held.reversed() : held)
    held = []
  }

  private func holds(_ effect: Effect) -> Bool {
    switch effect {
    case .find: holdsSearches
    case .open(_, as: .card, _): holdsCards
    case .tryOut, .tryRule: holdsTrials
    case .countSegments, .contrast, .countOverlaps, .listMembers, .readWeek: holdsCounts
    default: false
    }
  }

  private mutating func fulfil(_ effects: [Effect]) {
    for effect in effects {
      self.effects.append(effect)
      if holds(effect) {
        held.append(effect)
      } else {
        fulfil(effect)
      }
    }
  }

  private mutating func fulfil(_ effect: Effect) {
    switch effect {
    case .find(let query, let limit, _, let generation):
      guard !query.isEmpty else { return }
      send(.message(.found(store.find(query, limit: limit), generation: generation)))
    case .summarise(let customers, let generation, let at):
      let summaries = customers.map { customer in
        (
          customer.id,
          HitSummary(
            memberships: app.knowledge.evaluate(KnownCustomer(customer), at),
            lastContact: store.history[customer.id]?.first
          )
        )
      }
      send(
        .message(.summaries(Dictionary(uniqueKeysWithValues: summaries), generation: generation))
      )
    case .agenda:
      let ids = agenda.followUps.map(\.customer) + agenda.familiarity.own
      let customers = Dictionary(ids.compactMap { store.customers[$0] }.map { ($0.id, $0) }) { $1 }
      send(.message(.agenda(agenda, customers)))
    case .findKnown(let caller, let generation):
      let found = LikelyDuplicate.queries(for: caller).map { field, text in
        (field: field, text: text, hits: store.find(text, limit: 20).hits)
      }
      let known = LikelyDuplicate.among(found)
      let more = max(0, known.count - CallerForm.knownLimit)
      send(.message(.known(known, more: more, of: caller.id, generation: generation)))
    case .saveCaller(let caller): savedCallers[caller.id] = caller
    case .removeCaller(let id): savedCallers[id] = nil
    case .saveEdit(let draft): savedEdits[draft.id] = draft
    case .removeEdit(let id): savedEdits[id] = nil
    case .keepRefining(let draft): savedRefinings[draft.id] = draft
    case .dropRefining(let id): savedRefinings[id] = nil
    case .tryBack(let change, let at):
      guard let back = try? change.rebased(on: app.knowledge.definitions.documents) else {
        send(.message(.triedBack(change, [], [])))
        return
      }
      let trial = DefinitionTrial(app.knowledge.definitions, at: at)
      let outcome = trial.outcome(of: back).knowing(known)
      send(.message(.triedBack(change, outcome.newProblems, outcome.brokenPins)))
    case .chooseSamples(_, let at):
      let candidates = store.customers.values.sorted { $0.id < $1.id }.map { customer in
        let known = KnownCustomer(customer)
        return (known: known, memberships: app.knowledge.evaluate(known, at))
      }
      send(.message(.samples(SampleChoice.samples(candidates))))
    case .tryOut(let trial):
      let definitions = app.knowledge.definitions
      let prepared = DefinitionTrial(definitions, at: trial.now)
      var outcome = TrialOutcome(trial, prepared.outcome(of: trial.change).knowing(known))
      send(.message(.tried(outcome, of: trial.draft.id)))
      guard let change = StatusTurn.change(of: trial.draft) else { return }
      if holdsCounts { return held.append(effect) }
      let naive = NaiveStatistics(definitions, store.customers, at: trial.now)
      outcome.turn?.state =
        counts ? naive.turn(change) : .failed(CountingFailure.nobody.why)
      send(.message(.tried(outcome, of: trial.draft.id)))
    case .tryRule(let trial):
      let naive = NaiveStatistics(app.knowledge.definitions, store.customers, at: trial.now)
      send(.message(.triedRule(naive.outcome(of: trial))))
    case .spread(let path, let at):
      let naive = NaiveStatistics(app.knowledge.definitions, store.customers, at: at)
      send(.message(.spread(naive.spread(of: path), of: path)))
    case .readWeek(let generation, let at):
      var facts = WeekFacts(app.knowledge.definitions, at: at)
      facts.feedback = feedback.values.sorted { ($1.at, $1.id) < ($0.at, $0.id) }
      week(&facts)
      send(.message(.week(facts, isComplete: true, generation: generation)))
    case .create(let patch):
      guard !storeFails else {
        send(.message(.notCreated(patch.customer, why: "the disk is full")))
        return
      }
      let nobody = Customer(
        id: patch.customer,
        record: ["id": .string(patch.customer.rawValue)]
      )
      guard let made = try? patch.applied(to: nobody) else { return }
      patches.append(patch)
      store.put(made)
      savedCallers[NewCaller.ID(made.id.rawValue)] = nil
      send(.message(.created(made)))
    case .census: send(.message(.census(store.census)))
    case .open(let id, let opening, _):
      guard let customer = store.customers[id] else {
        send(.message(.notOpened(id, why: "\(id) is not in the store any more", as: opening)))
        return
      }
      let opened = OpenedCustomer(customer: customer, history: store.history[id] ?? [])
      send(.message(.opened(opened, as: opening)))
    case .loadDrafts: send(.message(.drafts([], problems: [])))
    case .saveDraft(let contact): saved[contact.id] = contact
    case .removeDraft(let id): saved[id] = nil
    case .log(let interaction, let contact):
      if journalFails {
        send(.message(.notLogged(contact, why: "the disk is full")))
      } else {
        logged.append(interaction)
        saved[contact] = nil
        send(.message(.logged(contact)))
      }
    case .takeBack(let contact, _):
      guard !journalFails else {
        send(.message(.notTakenBack(contact, why: "the disk is full")))
        return
      }
      saved[contact.id] = contact
      logged.removeAll { $0.id.rawValue == contact.id.rawValue }
      takenBack.append(contact.id)
      send(.message(.takenBack(contact)))
    case .apply(let patch):
      patches.append(patch)
      guard let customer = store.customers[patch.customer] else { return }
      do {
        let changed = try patch.applied(to: customer)
        store.put(changed)
        send(.message(.patched(changed)))
      } catch {
        send(.message(.conflicted(patch, error)))
      }
    case .readFeedback(let agent):
      let lines = feedback.values.sorted { ($1.at, $1.id) < ($0.at, $0.id) }
      let answers = lines.filter { $0.by == agent && $0.answer != nil }
      send(.message(.feedback(lines, answers: answers, read: readAnswers)))
    case .saveFeedback(let line):
      guard !journalFails else {
        send(.message(.feedbackNotSaved(line, why: "the disk is full")))
        return
      }
      feedback[line.id] = line
      send(.message(.feedbackSaved(line)))
    case .takeBackFeedback(let line):
      feedback[line.id] = nil
      send(.message(.feedbackTakenBack(line)))
    case .answerFeedback(let id, let answer):
      guard var line = feedback[id] else {
        send(.message(.feedbackNotAnswered(id, why: "\(FeedbackRefusal.missing(id))")))
        return
      }
      line.answer = answer
      feedback[id] = line
      send(.message(.feedbackAnswered(line)))
    case .noteRead(let line): readAnswers[line.id] = line.answer?.at
    case .saveDefinitions(let change):
      do {
        let saved = try definitions.save(change, knowing: known)
        send(.message(.definitionsSaved(saved)))
      } catch let conflict as DefinitionConflict {
        send(.message(.definitionsConflicted(change, conflict)))
      } catch let refusal as DefinitionRefusal {
        send(.message(.definitionsRefused(change, refusal)))
      } catch {
        send(.message(.definitionsNotSaved(change, why: "\(error)")))
      }
    case .check(let generation, let at):
      let problems = StoreCheck.problems(of: app.knowledge.definitions, at: at)
      send(.message(.checked(problems, generation: generation)))
    case .findGaps(let generation, _):
      let definitions = app.knowledge.definitions
      let uncounted = GapReport(Coverage(definitions))
      send(.message(.gaps(uncounted, .running, generation: generation)))
      let report = demand.map { GapReport(Coverage(definitions, demand: $0)) }
      let count = report == nil ? Gaps.Count.failed("nobody counts here") : .done
      send(.message(.gaps(report ?? uncounted, count, generation: generation)))
    case .countSegments(let generation, let at):
      send(.message(.overview(counted { $0.overview(at: at) }, generation: generation)))
    case .countIdentities(let generation, _):
      send(.message(.identities(counted { $0.identities }, generation: generation)))
    case .contrast(let first, let second, let generation, let at):
      let result = counted { $0.contrast(first, second, at: at) }
      send(.message(.contrast(result, generation: generation)))
    case .countOverlaps(let ids, let generation, let at):
      send(.message(.overlaps(counted { $0.overlaps(ids, at: at) }, generation: generation)))
    case .listMembers(let query, let generation, let at):
      send(.message(.members(counted { $0.members(query, at: at) }, generation: generation)))
    case .readMember(let id, let segments, _):
      guard let customer = store.customers[id] else { return }
      let opened = OpenedCustomer(customer: customer, history: [])
      send(.message(.memberRead(opened, segments)))
    case .writeMembers(let file, let at): write(file, at: at)
    case .stopWriting: stoppedWriting += 1
    case .drawCalls(let id, let others, let generation, let at):
      send(.message(.calls(calls(of: id, others, at: at), generation: generation)))
    case .doubt(let id, let votes, let generation, let at):
      send(.message(.doubts(.success(doubts(of: id, votes, at: at)), generation: generation)))
    case .reload:
      var knowledge = app.knowledge
      // Definitions made by hand have no documents to read again.
      if !definitions.documents.files.isEmpty {
        knowledge.definitions = Definitions(decoding: definitions.documents)
      }
      send(.message(.reloaded(knowledge)))
    case .copy(let text, let what):
      copied.append(text)
      send(.message(.copied(what: what, .copied(channel: "test"))))
    case .edit(let document, let name):
      documents.append(document)
      send(.message(.edited(text: editing(document), name: name, why: "vi ended with 1")))
    case .refine(let question, let generation, _):
      send(.message(.refined(refined(question), generation: generation)))
    case .readHistory(let reference, let takesBack):
      let changes = definitions.changes.reversed().filter { change in
        change.edits.contains { $0.reference == reference }
      }
      let now = definitions.documents[reference]
      let history = SegmentHistory(of: reference, changes: Array(changes), now: now)
      send(.message(.history(.success(history), of: reference, takesBack: takesBack)))
    case .redraw, .suspend: break
    case .quit: hasQuit = true
    }
  }

  /// What is known of every customer.
  var known: [Customer.ID: KnownCustomer] { store.customers.mapValues { KnownCustomer($0) } }

  private func counted<Value>(
    _ question: (MemoryCounts) -> Value
  ) -> Result<Value, CountingFailure> {
    guard counts else { return .failure(.nobody) }
    return .success(question(MemoryCounts(store: store, knowledge: app.knowledge)))
  }
}
