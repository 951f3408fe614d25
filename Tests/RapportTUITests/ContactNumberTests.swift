import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The numbers of open contacts, and what else outlives a restart.
struct ContactNumberTests {
  @Test func `a contact keeps its number while others end, and the next caller takes the free one`()
    throws
  {
    var bench = Bench()
    for name in ["zoe", "ana", "lima"] {
      bench.open(name)
      bench.press("!")
    }
    let names = { (bench: Bench) in
      bench.app.desk.tabs.map { "\($0.contact.number ?? 0) \($0.facts?.title ?? "")" }
    }
    #expect(names(bench) == ["1 Zoë Müller", "2 Ana Petrov", "3 José Lima"])
    bench.press("1", "o", "1")
    #expect(names(bench) == ["2 Ana Petrov", "3 José Lima"])
    bench.press("3")
    #expect(bench.app.desk.front?.facts?.title == "José Lima")
    #expect(bench.rows[1].contains("[3 José"))
    bench.press("1")
    #expect(bench.app.desk.front?.facts?.title == "José Lima")
    #expect(bench.screen.contains("There is no contact 1"))
    bench.open("zora")
    #expect(bench.rows[1].contains("[1 Zora"))
  }

  @Test func `a card that is looked at only does not use up a number`() {
    var bench = Bench()
    for name in ["zoe", "ana", "lima"] { bench.open(name) }
    #expect(bench.rows[1].contains("[1 José"))
  }

  @Test func `after a restart each contact has its number, in whatever order the cards come`()
    throws
  {
    var bench = Bench()
    for name in ["zoe", "ana", "lima"] {
      bench.open(name)
      bench.press("!")
    }
    bench.press("2", "o", "1", "F2")
    let drafts = Array(bench.saved.values)
    #expect(drafts.count == 2)
    for reversed in [false, true] {
      var restarted = Bench()
      let ordered = drafts.sorted { ($0.id < $1.id) != reversed }
      restarted.send(.message(.drafts(ordered, problems: [])))
      #expect(restarted.app.desk.tabs.map(\.contact.number) == [1, 3])
      #expect(
        restarted.app.desk.tabs.map { $0.facts?.title } == ["Zoë Müller", "José Lima"]
      )
    }
  }

  @Test func `what was pasted comes back with the contact, and is in no journal`() throws {
    var bench = Bench()
    bench.open("zoe")
    bench.send(.input(.paste("charged twice, order AB-123456")))
    bench.press("Enter")
    let saved = try #require(bench.saved.values.first)
    let read = try #require(Contact(draft: .object(saved.draft)))
    #expect(read.said.contains("AB-123456") && read == saved)
    var restarted = Bench()
    restarted.send(.message(.drafts([read], problems: [])))
    #expect(restarted.app.desk.tabs.first?.said.contains("AB-123456") == true)
    bench.press("o", "1")
    let line = try #require(bench.logged.first)
    #expect(line.record["said"] == nil && line.record["number"] == nil)
  }
}
