import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The contact as a whole: promised, rated, pinned, ended and taken back.
struct ContactTests {
  /// About a double charge, with the greeting and the check of the caller done.
  private func verified() -> Bench {
    var bench = Bench()
    bench.open("zoe")
    bench.press("i")
    bench.type("twice")
    bench.press("Enter", "Space", "Space")
    return bench
  }

  // MARK: taking an outcome back

  @Test func `right after an outcome, undo opens the contact again as it was`() throws {
    var bench = verified()
    bench.open("ana")
    bench.press("!", "1")
    bench.wait(61)
    bench.press("r", "2")
    let before = try #require(bench.app.desk.front)
    bench.press("o", "1")
    #expect(bench.app.desk.front?.contact.customer == "C-000412")
    #expect(bench.app.toast?.text == "Zoë: logged, contact closed; u takes it back")
    #expect(bench.logged.first?.noted?.score == 2)
    bench.press("u")
    let after = try #require(bench.app.desk.front)
    #expect(bench.takenBack == [before.id])
    #expect(after.contact == before.contact && after.isStarted && !after.isEnding)
    #expect(bench.saved[before.id] == after.contact)
    #expect(bench.logged.isEmpty)
    bench.press("u")
    #expect(bench.app.toast?.text == "Took back: noted by you: 2 of 5", "older changes are there")
  }

  @Test func `after another key undo means the contact in front again`() {
    var bench = verified()
    bench.open("ana")
    bench.press("!", "1", "o", "1", "Down", "u")
    #expect(bench.takenBack.isEmpty)
    #expect(bench.app.toast?.text == "Took back: upset")
  }

  @Test func `on Find, where letters are text, a key takes the last outcome back`() throws {
    var bench = verified()
    let id = try #require(bench.app.desk.front?.id)
    bench.press("o", "1")
    #expect(bench.app.toast?.text == "Zoë: logged, contact closed; Ctrl-R takes it back")
    bench.type("u")
    #expect(bench.app.find.query == "u" && bench.takenBack.isEmpty)
    bench.press("Ctrl-R")
    #expect(bench.app.desk.front?.id == id)
    bench.press("Ctrl-R")
    #expect(bench.takenBack == [id], "there is nothing left to take back")
  }

  @Test func `from the history the agent's newest contact is taken back`() throws {
    var bench = Bench()
    var contact = Contact(
      id: "01K",
      agent: "mk",
      customer: "C-004211",
      openedAt: bench.now.adding(seconds: -1_200),
      channel: .chat
    )
    contact.intent = "delivery"
    contact.asks = ["orderNumber": "AB-123456"]
    contact.ticks = ["hello": .done]
    let guidance = PreviewGuide.guidance(
      for: bench.store.customers["C-004211"],
      account: nil,
      Situation(of: contact, agent: nil, now: bench.now)
    )
    let past = Interaction(
      ending: contact,
      with: .resolved,
      guidance: guidance,
      at: bench.now.adding(seconds: -1_200)
    )
    bench.store.history["C-004211"]?.insert(past, at: 0)
    bench.open("zoe")
    bench.press("h", "Down", "u")
    #expect(bench.app.toast?.text == "nothing to undo here", "an older one, or another's")
    bench.press("Up", "u")
    #expect(bench.takenBack == ["01K"])
    contact.language = "de"
    contact.number = 1
    #expect(bench.app.desk.tabs.map(\.contact) == [contact])
    contact.number = nil
    #expect(bench.saved["01K"] == contact)
  }

  @Test func `what ended more than an hour ago is not taken back by undo`() {
    var bench = Bench(120, 40)
    let past = Interaction(
      record: [
        "id": "01K", "at": "2026-11-22T12:50:00Z", "customer": "C-004211", "agent": "mk",
        "channel": "chat",
      ]
    )
    if let past { bench.store.history["C-004211"]?.insert(past, at: 0) }
    bench.open("zoe")
    bench.press("h", "u")
    #expect(bench.takenBack.isEmpty)
    #expect(bench.app.toast?.text == "nothing to undo here")
  }

  @Test func `beside other panes undo means the contact in front, not the line of the history`() {
    var bench = Bench(120, 40)
    let past = Interaction(
      record: [
        "id": "01K", "at": "2026-11-22T13:50:00Z", "customer": "C-004211", "agent": "mk",
        "channel": "chat",
      ]
    )
    if let past { bench.store.history["C-004211"]?.insert(past, at: 0) }
    bench.open("zoe")
    bench.press("!", "G", "Up", "Up")
    #expect(bench.app.desk.front?.focus(bench.app.layout) == .past(0))
    bench.press("u")
    #expect(bench.app.toast?.text == "Took back: upset" && bench.takenBack.isEmpty)
    bench.press("u")
    #expect(bench.takenBack == ["01K"])
  }

  @Test func `a journal that fails keeps the outcome, and no draft stays behind`() throws {
    var bench = verified()
    bench.press("o", "1")
    bench.journalFails = true
    bench.press("Ctrl-R")
    #expect(bench.app.toast?.text == "The outcome is still in the journal: the disk is full")
    #expect(bench.app.desk.tabs.isEmpty && bench.saved.isEmpty)
    bench.journalFails = false
    bench.press("Ctrl-R")
    #expect(bench.app.desk.tabs.count == 1)
  }

  @Test func `the outcome of a caller whom nobody knows is taken back, too`() {
    var bench = Bench()
    bench.press("Ctrl-N", "Ctrl-N", "i")
    bench.type("arrived")
    bench.press("Enter", "o", "1", "Ctrl-R")
    #expect(bench.app.desk.front?.contact.intent == "delivery")
  }

  // MARK: promises

  @Test func `a callback is one key, and is kept with whatever outcome`() throws {
    var bench = verified()
    let id = try #require(bench.app.desk.front?.id)
    bench.press("b")
    #expect(bench.app.toast?.text == "Callback noted for Monday 07:44 here and there")
    #expect(bench.screen.contains("Then   Monday 07:44 here and there, call back: Call back"))
    let promise = Promise(
      due: .moment(bench.now.adding(seconds: 60_000)),
      by: "mk",
      what: "call back: Call back"
    )
    #expect(bench.saved[id]?.promise == promise)
    bench.press("b")
    #expect(bench.saved[id]?.promise == nil)
    bench.press("u", "o", "2")
    #expect(bench.logged.first?.record["followUp"] == promise.json)
  }

  @Test func `a follow-up keeps the callback, or has another date`() throws {
    var bench = verified()
    bench.press("b", "o", "3", "1")
    #expect(bench.logged.last?.record["followUp"]?["at"] == "2026-11-23T06:44:00Z")
    bench.press("Ctrl-R", "o", "3", "2")
    #expect(
      bench.logged.last?.record["followUp"]
        == ["at": "2026-11-23", "by": "mk", "what": "come back to them"]
    )
  }

  @Test func `a follow-up has a time, somebody else and words where they are typed`() throws {
    var bench = verified()
    bench.press("o", "3", "4")
    bench.type("2 9:30 @mk about the second refund")
    bench.press("Enter")
    #expect(
      bench.logged.first?.record["followUp"]
        == ["at": "2026-11-24T08:30:00Z", "by": "mk", "what": "about the second refund"]
    )
  }

  @Test func `a follow-up by somebody who is not there is refused by name`() {
    var bench = verified()
    bench.press("o", "3", "4")
    bench.type("2 @mx")
    bench.press("Enter")
    #expect(bench.screen.contains("nobody here is called \"mx\"; did you mean \"mk\"?"))
    #expect(bench.logged.isEmpty)
  }

  @Test func `nobody known is not called back`() {
    var bench = Bench()
    bench.press("Ctrl-N", "Ctrl-N", "b")
    #expect(bench.app.toast?.text == "nobody is known to call back")
  }

  // MARK: ratings

  @Test func `a rating costs no key where nobody gives one, and two in the outcome else`() throws {
    var bench = verified()
    bench.press("o", "7", "4", "1")
    #expect(bench.logged.first?.noted?.score == 4 && bench.logged.first?.noted?.of == 5)
    bench.press("Ctrl-R", "r")
    #expect(bench.screen.contains("6 no rating"))
    bench.press("6", "o", "1")
    #expect(bench.logged.first?.noted == nil)
  }

  @Test func `what an agent noted is shown apart from what the customer said`() {
    var bench = Bench()
    bench.store.history["C-004211"]?[0].noted = (4, 5)
    bench.open("zoe")
    bench.press("h")
    #expect(bench.screen.contains("not solved, rated 2 of 5, noted by agent: 4"))
  }

  // MARK: the pinned note

  @Test func `the note of a contact is pinned to the customer, and taken back`() throws {
    var bench = verified()
    bench.press("n")
    bench.type("Call the bank first")
    bench.press("Enter", "p")
    #expect(bench.screen.contains("> Prefers e-mail after 18:00. · Call the bank first"))
    bench.press("Enter")
    let pinned = JSON.string("Prefers e-mail after 18:00. · Call the bank first")
    #expect(bench.store.customers["C-004211"]?.value(at: "note") == pinned)
    #expect(bench.patches.last?.changes.first?.expected == "Prefers e-mail after 18:00.")
    bench.press("u")
    #expect(
      bench.store.customers["C-004211"]?.value(at: "note") == "Prefers e-mail after 18:00."
    )
  }

  @Test func `a line of the history is pinned where the cursor is on it`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("h", "p")
    #expect(bench.screen.contains("· Refund promised, bank unclear."))
  }

  @Test func `an empty line takes the pinned note out`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("p", "Ctrl-U", "Enter")
    #expect(bench.store.customers["C-004211"]?.value(at: "note") == nil)
    #expect(bench.app.toast?.text == "The pinned note is taken out")
    bench.press("p", "Enter")
    #expect(bench.patches.count == 1, "nothing was changed")
  }

  @Test func `a note that somebody else pinned meanwhile is not overwritten`() throws {
    var bench = Bench()
    bench.open("zoe")
    var theirs = try #require(bench.store.customers["C-004211"])
    theirs.record["note"] = "Theirs"
    bench.store.put(theirs)
    bench.press("p")
    bench.type(" Mine")
    bench.press("Enter")
    #expect(bench.store.customers["C-004211"]?.value(at: "note") == "Theirs")
    #expect(bench.app.toast?.kind == .error)
    #expect(bench.app.toast?.text.contains("somebody else wrote Theirs meanwhile") == true)
    #expect(bench.screen.contains("Note   Theirs"))
  }

  // MARK: continuing, and time

  @Test func `the case under the cursor is continued, not only the newest`() throws {
    var bench = Bench()
    bench.store.history["C-004211"]?[1].outcome = "follow-up"
    bench.open("zoe")
    bench.press("h", "Down", "k")
    #expect(bench.app.desk.front?.contact.intent == "delivery")
    #expect(bench.app.desk.front?.contact.asks == ["orderNumber": "AB-123456"])
  }

  @Test func `the time in front is kept every minute, so that a killed window loses less`() throws {
    var bench = verified()
    let id = try #require(bench.app.desk.front?.id)
    for _ in 0..<15 { bench.wait(10) }
    #expect(try #require(bench.saved[id]).handleSeconds >= 120)
    bench.press("F2")
    for _ in 0..<15 { bench.wait(10) }
    #expect(bench.saved[id]?.handleSeconds == 150, "not while Find is there")
  }

  @Test func `who waits longest waits since then, also after a restart`() throws {
    var bench = Bench()
    for query in ["zoe", "ana", "jose"] {
      bench.open(query)
      bench.press("v", "3")
      bench.wait(70)
    }
    var next = Bench()
    next.now = bench.now.adding(seconds: 60)
    let drafts = try bench.saved.values.map { contact in
      try #require(Contact(draft: .object(contact.draft)))
    }
    next.send(.message(.drafts(drafts.sorted { $0.openedAt < $1.openedAt }, problems: [])))
    next.press("F2")
    #expect(next.screen.contains("waits 3 min") && next.screen.contains("waits 2 min"))
    next.press("F3")
    #expect(next.rows[1].contains("1 Zoë · chat 3 min! "))
    #expect(next.rows[1].contains(" 2 Ana · chat 2 min "))
    #expect(next.rows[1].contains("José · chat 1:"))
  }

  @Test func `three chats at once: each its time, and who waits longest`() throws {
    var bench = Bench()
    for query in ["zoe", "ana", "jose"] {
      bench.open(query)
      bench.press("v", "3")
      bench.wait(30)
    }
    #expect(bench.rows[1].contains("1 Zoë · chat 1 min! "))
    #expect(bench.rows[1].contains(" 2 Ana · chat now "))
    #expect(bench.rows[1].contains("[3 José · chat 0:30]"))
    bench.press("1")
    bench.wait(30)
    #expect(bench.rows[1].contains("[1 Zoë · chat 1:00]"))
    #expect(bench.rows[1].contains(" 2 Ana · chat 1 min!"))
    bench.press("-")
    #expect(bench.rows[1].contains("[3 José · chat 0:30]"))
    bench.press("2", "o", "1")
    #expect(bench.logged.first?.record["handleSeconds"] == 30)
    #expect(bench.app.desk.front?.contact.customer == "C-013377" || bench.app.desk.tabs.count == 2)
  }
}
