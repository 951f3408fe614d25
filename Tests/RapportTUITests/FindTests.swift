import RapportCore
import Terminal
import Testing

@testable import RapportTUI

struct FindTests {
  @Test func `every key asks, and only the newest answer counts`() {
    var bench = Bench()
    bench.holdsSearches = true
    bench.type("mul")
    #expect(bench.held.count == 3)
    let stale = bench.store.find("m", limit: 10)
    let generation = bench.app.find.generation
    bench.send(.message(.found(stale, generation: generation - 2)))
    #expect(bench.app.find.result == nil)
    bench.release()
    #expect(bench.app.find.result?.count == 3)
  }

  @Test(arguments: [false, true])
  func `of two customers opened one after the other, the later stays`(newestFirst: Bool) {
    var bench = Bench()
    bench.holdsCards = true
    bench.open("zoe")
    bench.press("F2")
    bench.open("ana")
    #expect(bench.held.count == 2)
    bench.release(newestFirst: newestFirst)
    #expect(bench.app.desk.tabs.map(\.contact.customer) == ["C-000412"])
    #expect(bench.app.desk.front?.contact.customer == "C-000412")
    #expect(bench.app.find.recents.map(\.id) == ["C-000412"])
  }

  @Test func `a customer who arrives late does not push aside who was chosen meanwhile`() {
    var bench = Bench()
    bench.open("zoe")
    bench.press("F2")
    bench.holdsCards = true
    bench.open("ana")
    bench.press("F2")
    bench.open("zoe")
    #expect(bench.held.count == 1)
    bench.send(
      .message(
        .notOpened("C-000412", why: "it is slow", as: .card(found: nil, generation: 0))
      )
    )
    #expect(bench.app.toast?.text != "it is slow")
    bench.release()
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
    #expect(bench.app.desk.tabs.count == 1)
  }

  @Test func `old rows stay, dimmed, until the new ones come`() {
    var bench = Bench()
    bench.type("mul")
    bench.holdsSearches = true
    bench.type("d")
    #expect(bench.screen.contains("Zoë Müller"))
    #expect(!bench.screen.contains("searching"))
    #expect(bench.app.deadline(after: bench.now)?.milliseconds == bench.now.milliseconds + 150)
    bench.now = bench.now.adding(milliseconds: 150)
    bench.send(.tick)
    #expect(bench.screen.contains("searching"))
    bench.release()
    #expect(!bench.screen.contains("Zoë Müller"))
    #expect(bench.screen.contains("Zora Mulder"))
  }

  @Test func `Enter before the answer never opens a row of the query before`() {
    var bench = Bench()
    bench.type("mul")
    bench.holdsSearches = true
    bench.type("d")
    bench.press("Enter")
    #expect(bench.app.view == .find)
    bench.release()
    #expect(bench.app.view == .desk)
    #expect(bench.app.desk.front?.contact.customer == "C-000900")
  }

  @Test func `Enter before the answer opens none of several`() {
    var bench = Bench()
    bench.holdsSearches = true
    bench.type("mul")
    bench.press("Enter")
    bench.release()
    #expect(bench.app.view == .find)
    #expect(bench.app.toast?.text == "3 match: choose one with Down")
  }

  @Test func `the selection moves while typing goes on, and is opened`() {
    var bench = Bench()
    bench.type("mul")
    bench.press("Down", "Enter")
    #expect(bench.app.desk.front?.contact.customer == "C-000900")
  }

  @Test func `the selection stays on the person when results change`() {
    var bench = Bench()
    bench.type("schmidt")
    bench.press("PgDn", "Down")
    let before = bench.app.find.selected
    let result = bench.app.find.result
    var reversed = result
    reversed?.hits.reverse()
    if let reversed {
      bench.send(.message(.found(reversed, generation: bench.app.find.generation)))
    }
    #expect(before != nil)
    #expect(bench.app.find.selected == before)
  }

  @Test func `Esc clears, then goes back, and never quits`() {
    var bench = Bench()
    bench.open("ana")
    bench.press("/")
    bench.type("zz")
    bench.press("Esc")
    #expect(bench.app.find.field.isEmpty && bench.app.view == .find)
    bench.press("Esc")
    #expect(bench.app.view == .desk)
    bench.press("Esc", "Esc", "Esc")
    #expect(!bench.hasQuit)
  }

  @Test func `many hits say what to ask for`() {
    var bench = Bench()
    bench.type("schmidt")
    #expect(bench.screen.contains("40 people: ask for the postcode"))
  }

  @Test func `a doubtful hit stays marked on the Desk until it is confirmed`() {
    var bench = Bench()
    bench.type("mul bernau")
    #expect(bench.screen.contains("sounds like"))
    bench.press("Enter")
    #expect(bench.screen.contains("Found by sound: confirm who it is"))
    bench.press("Space")
    #expect(!bench.screen.contains("Found by sound"))
    #expect(bench.saved.isEmpty, "confirming alone begins no contact")
  }

  @Test func `what matched is marked`() {
    let word = Hit.Word(word: "mul", field: "name", quality: .prefix, text: "Müller")
    let line = FindRowView.highlighted("Zoë Müller", words: [word], role: .customerName)
    #expect(
      line.spans == [
        Span("Zoë ", role: .customerName), Span("Mül", role: .match),
        Span("ler", role: .customerName),
      ]
    )
    let digits = Hit.Word(word: "820", field: "phone", quality: .suffix, text: "+49 30 901820")
    let phone = FindRowView.highlighted("+49 30 901820", words: [digits], role: .text)
    #expect(phone.spans.last == Span("820", role: .match))
  }

  @Test func `nobody found says why and what to do`() {
    var bench = Bench()
    bench.type("qqq")
    #expect(bench.screen.contains("Nobody matches “qqq”"))
    #expect(bench.screen.contains("Ctrl-N"))
  }

  @Test(arguments: 20...220) func `the columns of a row fill it and no more`(width: Int) {
    let columns = FindColumns(width: width)
    let widths = [columns.name, columns.place, columns.match, columns.segment, columns.last]
    let gaps = (widths.count { $0 > 0 } - 1) * FindColumns.gap
    #expect(widths.reduce(0, +) + gaps <= max(width, 20))
  }

  @Test func `ten thousand characters are a query like any other`() {
    var bench = Bench()
    bench.send(.input(.paste(String(repeating: "x\u{1B}[2J\u{202E}", count: 10_000))))
    #expect(bench.screen.contains("0 of 2,000 customers"))
  }

  @Test func `Enter waits while nobody is found among those read so far`() {
    var bench = Bench()
    bench.holdsSearches = true
    bench.type("zoe")
    let nobody = FindResult(hits: [], count: 0, certain: 0, searched: 10, total: 2_000)
    let generation = bench.app.find.generation
    bench.send(.message(.found(nobody, generation: generation)))
    bench.press("Enter")
    #expect(bench.app.view == .find && bench.app.toast == nil)
    let all = bench.store.find("zoe", limit: 10)
    bench.send(.message(.found(all, generation: generation)))
    #expect(bench.app.desk.front?.contact.customer == "C-004211")
  }
}
