import JSONLogic
import RapportCore
import Synchronization
import Terminal
import Testing

@testable import RapportTUI

/// The loop with a scripted terminal and detached effects.
struct InterfaceTests {
  private func interface(_ ports: MemoryPorts, query: String? = nil) -> Interface {
    Interface(
      ports: ports.ports,
      knowledge: PreviewGuide.knowledge,
      agent: PreviewDefinitions.agent,
      themes: [],
      theme: "",
      opening: .init(query: query),
      seed: 1,
      clock: { PreviewStore.now }
    )
  }

  private func keys(_ text: String) -> [VirtualTerminal.Step] {
    text.map { .events([.key(.character($0))]) }
  }

  @Test func `the first frame comes before anything is read`() {
    let terminal = VirtualTerminal(size: Size(columns: 80, rows: 24))
    var interface = interface(MemoryPorts())
    let isWritten = interface.run(on: terminal)
    #expect(isWritten)
    #expect(terminal.frames.first?.canvas.textRows.first?.contains("F2 Find") == true)
  }

  @Test func `a query of the command line opens the only hit`() {
    // The drafts, the census, the hit and the customer arrive by themselves, in any order.
    let steps = Array(repeating: VirtualTerminal.Step.wake, count: 12)
    let ports = MemoryPorts()
    let terminal = WaitingTerminal(steps: steps.count) { frame in
      frame.canvas.textRows.contains { $0.contains("Kiefer Optik GmbH") }
    }
    var interface = interface(ports, query: "zoe")
    _ = interface.run(on: terminal)
    #expect(terminal.isSatisfied)
  }

  @Test func `everything is written before the loop returns`() {
    let ports = MemoryPorts()
    let terminal = VirtualTerminal(
      size: Size(columns: 80, rows: 24),
      script: [.events([.key(.control("n"))]), .events([.key(.control("n"))])]
        + keys("n") + keys("Hi there")
        + [
          .events([.key(.escape)]), .events([.key(.control("c"))]), .events([.key(.control("c"))]),
        ]
    )
    var interface = interface(ports)
    let isWritten = interface.run(on: terminal)
    #expect(isWritten)
    let drafts = ports.state.withLock(\.drafts)
    #expect(drafts.values.map(\.note) == ["Hi there"])
  }

  @Test func `a draft that changes quickly is written once with its newest state`() async {
    let memory = MemoryPorts()
    let gate = AsyncStream<Void>.makeStream()
    var ports = memory.ports
    ports.drafts = GatedDrafts(memory: memory, gate: gate.stream)
    let writer = EffectWriter(ports: ports, mailbox: Mailbox(wake: {}))
    var contact = Contact(
      id: "1",
      agent: "mk",
      customer: nil,
      openedAt: PreviewStore.now,
      channel: .phone
    )
    for index in 0..<500 {
      contact.note = "\(index)"
      writer.write(.saveDraft(contact))
    }
    writer.write(.removeDraft("2"))
    gate.continuation.finish()
    #expect(writer.finish(within: .seconds(5)))
    let state = memory.state.withLock { $0 }
    #expect(state.drafts["1"]?.note == "499")
    #expect(state.written.count <= 3, "at most one that was on its way, the newest, the removal")
    #expect(state.written.last == "remove")
  }

  private func contact(_ id: Contact.ID, of customer: Customer.ID) -> Contact {
    Contact(
      id: id,
      agent: "mk",
      customer: customer,
      openedAt: PreviewStore.now,
      channel: .phone
    )
  }

  private func outcome(of contact: Contact) -> Interaction {
    Interaction(
      id: Interaction.ID(contact.id.rawValue),
      at: PreviewStore.now,
      customer: contact.customer,
      record: [:]
    )
  }

  @Test func `the draft of a logged contact goes without the loop, and never comes back`() {
    let memory = MemoryPorts()
    let mailbox = Mailbox<Message>(wake: {})
    let writer = EffectWriter(ports: memory.ports, mailbox: mailbox)
    let contact = contact("1", of: "C-004211")
    writer.write(.saveDraft(contact))
    writer.write(.log(outcome(of: contact), ends: contact.id))
    writer.write(.saveDraft(contact))
    #expect(writer.finish(within: .seconds(5)))
    let state = memory.state.withLock { $0 }
    #expect(state.written == ["save", "log", "remove"])
    #expect(state.drafts.isEmpty)
    let messages = mailbox.drain()
    #expect(messages.count == 1)
    guard case .logged("1")? = messages.first else {
      Issue.record("the loop is not told")
      return
    }
  }

  @Test func `the draft is there before the outcome is taken back, and is kept from then on`() {
    let memory = MemoryPorts()
    let mailbox = Mailbox<Message>(wake: {})
    let writer = EffectWriter(ports: memory.ports, mailbox: mailbox)
    var contact = contact("1", of: "C-004211")
    writer.write(.saveDraft(contact))
    writer.write(.log(outcome(of: contact), ends: contact.id))
    writer.write(.takeBack(contact, at: PreviewStore.now))
    contact.note = "again"
    writer.write(.saveDraft(contact))
    #expect(writer.finish(within: .seconds(5)))
    let state = memory.state.withLock { $0 }
    #expect(state.written == ["save", "log", "remove", "save", "take back", "save"])
    #expect(state.drafts["1"]?.note == "again" && state.logged.isEmpty)
    let isTold = mailbox.drain().contains { message in
      if case .takenBack(let contact) = message { contact.id == "1" } else { false }
    }
    #expect(isTold)
  }

  @Test func `a draft whose outcome is in the journal does not return`() async {
    let memory = MemoryPorts()
    let (logged, open) = (contact("1", of: "C-004211"), contact("2", of: "C-004211"))
    memory.state.withLock { state in
      state.drafts = ["1": logged, "2": open]
      state.logged = [outcome(of: logged)]
    }
    let woken = AsyncStream<Void>.makeStream()
    let mailbox = Mailbox<Message>(wake: { woken.continuation.finish() })
    let runner = EffectRunner(
      ports: memory.ports,
      knowledge: PreviewGuide.knowledge,
      mailbox: mailbox
    )
    runner.run(.loadDrafts)
    for await _ in woken.stream {}
    #expect(runner.finish(within: .seconds(5)))
    guard case .drafts([open], _)? = mailbox.drain().first else {
      Issue.record("not only the open contact returns")
      return
    }
    #expect(memory.state.withLock(\.drafts) == ["2": open])
  }
}

/// Drafts whose disk does not answer until a gate opens.
struct GatedDrafts: ContactDrafts {
  let memory: MemoryPorts
  let gate: AsyncStream<Void>

  func load() async throws -> OpenDrafts { OpenDrafts() }

  func save(_ contact: Contact) async throws {
    for await _ in gate {}
    try await memory.save(contact)
  }

  func save(_ caller: NewCaller) async throws { try await memory.save(caller) }

  func save(_ edit: DefinitionDraft) async throws { try await memory.save(edit) }

  func save(_ refining: RefiningDraft) async throws { try await memory.save(refining) }

  func remove(_ id: Contact.ID) async throws { try await memory.remove(id) }

  func remove(_ id: NewCaller.ID) async throws { try await memory.remove(id) }

  func remove(_ id: DefinitionDraft.ID) async throws { try await memory.remove(id) }

  func remove(_ id: RefiningDraft.ID) async throws { try await memory.remove(id) }

  func readAnswers() async throws -> [Feedback.ID: Instant] { try await memory.readAnswers() }

  func noteRead(_ answered: Feedback) async throws { try await memory.noteRead(answered) }
}

/// A terminal that waits for messages until a frame shows what is wanted.
final class WaitingTerminal: TerminalBackend {
  private let inner: VirtualTerminal
  private let isWanted: (Frame) -> Bool
  private(set) var isSatisfied = false

  init(steps: Int, until isWanted: @escaping (Frame) -> Bool) {
    inner = VirtualTerminal(
      size: Size(columns: 80, rows: 24),
      script: Array(repeating: .wake, count: steps)
    )
    self.isWanted = isWanted
  }

  var size: Size { inner.size }
  var depth: ColorDepth { inner.depth }
  var wake: @Sendable () -> Void { inner.wake }

  func present(_ frame: Frame, theme: ResolvedTheme) {
    if isWanted(frame) { isSatisfied = true }
    inner.present(frame, theme: theme)
  }

  func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    isSatisfied ? [.closed] : inner.events(until: deadline)
  }

  func run(_ arguments: [String]) -> ProgramOutcome { inner.run(arguments) }
  func suspend() { inner.suspend() }
  func redraw() { inner.redraw() }
  func bell() { inner.bell() }
  func copy(_ text: String, report: @escaping @Sendable (ClipboardOutcome) -> Void) {
    inner.copy(text, report: report)
  }
  func close() { inner.close() }
}
