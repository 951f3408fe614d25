import JSONLogic
import RapportCore
import Synchronization
import Terminal
import Testing

@testable import RapportTUI

/// What Find shows before anything is typed.
struct AgendaTests {
  /// More follow-ups than are shown at first, and a last customer.
  static let agenda = Agenda(
    followUps: (0...8).compactMap { index in
      try? AgendaTests().followUp("C-\(100_001 + index)", "2026-11-\(14 + index)")
    },
    familiarity: Familiarity(own: ["C-000900"])
  )

  private func followUp(_ customer: String, _ due: String, what: String = "call back") throws
    -> FollowUp
  {
    let record: JSONObject = [
      "id": .string("I-\(customer)"), "at": "2026-11-10T10:00:00Z", "agent": "mk",
      "customer": .string(customer), "intent": "billing-dispute",
      "followUp": ["at": .string(due), "by": "mk", "what": .string(what)],
    ]
    let interaction = try #require(Interaction(record: record))
    return try #require(FollowUp(of: interaction, in: TimeZones.utc))
  }

  private func bench(_ agenda: Agenda, columns: Int = 80) -> Bench {
    var bench = Bench(columns, 24)
    bench.agenda = agenda
    bench.press("F2")
    return bench
  }

  @Test func `due follow-ups and the agent's last customers are there, and open with Enter`()
    throws
  {
    let agenda = Agenda(
      followUps: [
        try followUp("C-000412", "2026-11-20"), try followUp("C-013377", "2026-11-22"),
      ],
      familiarity: Familiarity(own: ["C-000900", "C-000412", "C-004211"])
    )
    var bench = bench(agenda, columns: 120)
    let rows = bench.rows.filter { !$0.isEmpty }
    #expect(rows[2].contains("Ana Petrov") && rows[2].contains("2 days overdue: call back"))
    #expect(rows[3].contains("José Lima") && rows[3].contains("due today: call back, Charged"))
    #expect(rows[4].contains("Zora Mulder") && rows[5].contains("Zoë Müller"))
    #expect(bench.screen.contains("2 follow-ups due"))
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.customer == "C-000412")
    bench.press("F2", "Down", "Down", "Down", "Enter")
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
  }

  @Test func `an open contact comes first and is not named twice`() throws {
    let agenda = Agenda(
      followUps: [try followUp("C-004211", "2026-11-20")],
      familiarity: Familiarity(own: ["C-004211", "C-000900"])
    )
    var bench = bench(agenda)
    bench.open("zoe")
    bench.press("!", "F2")
    bench.wait(5)
    #expect(bench.app.findRows.count == 2)
    #expect(bench.screen.contains("1 contact without outcome · 1 follow-up due"))
  }

  @Test func `of many follow-ups the first are shown, and the rest with Enter`() throws {
    let due = try (1...9).map { try followUp("C-\(100_000 + $0)", "2026-11-2\($0 % 3)") }
    let agenda = Agenda(followUps: due, familiarity: Familiarity(own: ["C-000900"]))
    var bench = bench(agenda)
    #expect(bench.screen.contains("3 more due: Enter shows them"))
    #expect(bench.screen.contains("Zora Mulder"))
    for _ in 0..<6 { bench.press("Down") }
    bench.press("Enter")
    #expect(!bench.screen.contains("more due"))
    #expect(bench.app.findRows.count == 10)
    bench.press("Down", "Enter")
    #expect(bench.app.desk.front?.contact.customer == "C-100007")
  }

  @Test func `follow-ups whose customers were not read are counted all the same`() throws {
    var due = try (1...8).map { try followUp("C-\(100_000 + $0)", "2026-11-20") }
    due += try (0..<300).map { try followUp("X-\($0)", "2026-11-21") }
    let bench = bench(Agenda(followUps: due))
    #expect(bench.screen.contains("302 more due: Enter shows them"))
    #expect(bench.screen.contains("308 follow-ups due"))
  }

  @Test func `the agenda is asked for again whenever nothing is typed`() {
    var bench = Bench()
    let asked = { (bench: Bench) in
      bench.effects.count { if case .agenda("mk", _) = $0 { true } else { false } }
    }
    let first = asked(bench)
    #expect(first == 1)
    bench.type("zoe")
    #expect(asked(bench) == first)
    bench.press("Esc")
    #expect(asked(bench) == first + 1)
  }

  @Test func `a search knows whom the agent and others served last`() async {
    let memory = MemoryPorts()
    let familiarity = Familiarity(own: ["C-1"], lastContacts: ["C-2": 7])
    memory.state.withLock { $0.agenda = Agenda(familiarity: familiarity) }
    let woken = AsyncStream<Void>.makeStream()
    let mailbox = Mailbox<Message>(wake: { woken.continuation.yield() })
    let runner = EffectRunner(
      ports: memory.ports,
      knowledge: PreviewGuide.knowledge,
      mailbox: mailbox
    )
    var turns = woken.stream.makeAsyncIterator()
    runner.run(.agenda("mk", at: PreviewStore.now))
    await turns.next()
    _ = mailbox.drain()
    runner.run(.find("zoe", limit: 5, own: ["C-3"], generation: 1))
    await turns.next()
    let known = memory.state.withLock(\.known)
    #expect(known.own == ["C-3", "C-1"])
    #expect(known.lastContacts == ["C-2": 7])
  }
}
