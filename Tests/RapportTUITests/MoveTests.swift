import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// A contact that turns out to be with somebody else.
struct MoveTests {
  /// About a double charge, with the greeting and the check of the caller done.
  private func verified() -> Bench {
    var bench = Bench()
    bench.open("zoe")
    bench.press("i")
    bench.type("twice")
    bench.press("Enter", "Space", "Space")
    return bench
  }

  @Test func `a contact with the wrong customer is moved, and keeps what was said`() throws {
    var bench = verified()
    let before = try #require(bench.app.desk.front?.contact)
    #expect(before.verified == ["geographic.postcode"])
    bench.press("m")
    #expect(bench.rows[bench.rows.count - 2].contains("Who is it, instead of Zoë?"))
    #expect(!bench.app.findRows.contains(.hit("C-004211")), "not whom they have already")
    bench.press("Ctrl-U")
    bench.type("ana")
    bench.press("Enter")
    let tab = try #require(bench.app.desk.front)
    #expect(tab.id == before.id && tab.contact.customer == "C-000412")
    #expect(tab.contact.ticks == ["open": .done], "the check is open again")
    #expect(tab.contact.verified == [] && tab.contact.intent == "billing-dispute")
    #expect(tab.guidance.customer?.id == "C-000412" && tab.guidance.tone.tone.id == "plain")
    #expect(bench.app.toast?.text == "Moved to Ana Petrov; not verified any more")
    #expect(bench.saved[before.id]?.customer == "C-000412")
    #expect(bench.app.desk.tabs.count == 1)
    bench.press("o", "1")
    let record = try #require(bench.logged.first?.record)
    #expect(record["customer"] == "C-000412")
    #expect(record["segments"] == ["mobile-first": 2] || record["segments"] == [:])
  }

  @Test func `a move is taken back with everything that it cost`() throws {
    var bench = verified()
    let before = try #require(bench.app.desk.front?.contact)
    bench.press("m", "Ctrl-U")
    bench.type("ana")
    bench.press("Enter")
    bench.wait(20)
    bench.press("u")
    let after = try #require(bench.app.desk.front)
    var expected = before
    expected.handleSeconds = after.contact.handleSeconds
    #expect(after.contact == expected)
    #expect(after.contact.handleSeconds >= 20)
    #expect(after.guidance.tone.tone.id == "warm")
    #expect(bench.app.toast?.text == "Took back: the move to Ana Petrov")
    #expect(bench.saved[before.id]?.customer == "C-004211")
  }

  @Test func `Esc leaves the contact where it is`() {
    var bench = verified()
    bench.press("m", "Esc")
    #expect(bench.app.view == .desk)
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
    #expect(bench.app.find.moving == nil)
    bench.press("/")
    bench.type("ana")
    bench.press("Enter")
    #expect(bench.app.desk.tabs.count == 2, "Find finds the next caller again")
  }

  @Test func `somebody found by a guess is to be confirmed after the move, too`() {
    var bench = verified()
    bench.press("m", "Ctrl-U")
    bench.type("mul bernau")
    bench.press("Enter")
    #expect(bench.app.desk.front?.contact.foundBy != nil)
  }

  @Test func `a caller without a record who turns out to be known gets their contact`() throws {
    var bench = Bench()
    bench.press("Ctrl-N", "Ctrl-N", "i")
    bench.type("arrived")
    bench.press("Enter", "m")
    #expect(bench.app.find.field.isEmpty)
    bench.type("jose")
    bench.press("Enter")
    let tab = try #require(bench.app.desk.front)
    #expect(tab.contact.customer == "C-013377" && tab.contact.intent == "delivery")
    #expect(tab.history.isEmpty && bench.app.toast?.text == "Moved to José Lima")
  }

  @Test func `whoever has no record yet gets the contact with their new one, or with none`() throws
  {
    var bench = verified()
    let id = try #require(bench.app.desk.front?.id)
    bench.press("m", "Ctrl-U", "Ctrl-N")
    bench.type("Jo Ray")
    bench.press("Ctrl-S")
    let moved = try #require(bench.app.desk.front)
    #expect(moved.id == id && moved.facts?.title == "Jo Ray")
    bench.press("m", "Ctrl-N", "Ctrl-N")
    #expect(bench.app.desk.front?.id == id)
    #expect(bench.app.desk.front?.contact.customer == nil)
    #expect(bench.saved[id]?.customer == nil)
    #expect(bench.app.desk.tabs.count == 1)
  }

  @Test func `a contact moves to whom another tab shows`() throws {
    var bench = verified()
    bench.open("ana")
    bench.press("!", "1", "m", "Ctrl-U")
    let other = try #require(bench.app.desk.tabs.last?.id)
    #expect(bench.app.findRows.first == .contact(other))
    bench.press("Enter")
    #expect(bench.app.desk.tabs.map(\.contact.customer) == ["C-000412", "C-000412"])
  }

  @Test func `a card is no contact that could be moved`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("m")
    #expect(bench.app.toast?.text == "no contact yet: / finds somebody else")
  }
}
