import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Lists of members as files, from the screen.
struct MemberFileTests {
  private func bench(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = CountedDefinitions.bench(columns, rows)
    bench.press("Enter", "3")
    return bench
  }

  @Test func `w writes the list that is shown, with its columns and its search`() {
    var bench = bench()
    bench.press("w")
    #expect(bench.screen.contains("Write the list to"))
    #expect(bench.screen.contains("loyal-advocates-members.csv"))
    #expect(bench.screen.contains("3 customers as CSV: id, name and 1 column"))
    bench.press("Enter")
    #expect(bench.screen.contains("Wrote 3 customers to loyal-advocates-members.csv"))
    let text = bench.files["loyal-advocates-members.csv"]
    #expect(
      text
        == "id,name,behavioral.orders\r\nC-7,Person 7,14\r\nC-8,Person 8,16\r\nC-9,Person 9,18\r\n"
    )
    bench.press("/")
    bench.type("8")
    bench.press("Enter", "w", "Ctrl-U")
    bench.type("one.jsonl")
    #expect(bench.screen.contains("1 customer as JSON, an object a line"))
    bench.press("Enter")
    #expect(bench.screen.contains("Wrote 1 customer to one.jsonl"))
    #expect(
      bench.files["one.jsonl"] == #"{"id":"C-8","name":"Person 8","behavioral.orders":16}"# + "\n"
    )
  }

  @Test func `a file that is there is written over only by whoever says so`() {
    var bench = bench()
    bench.files["loyal-advocates-members.csv"] = "mine"
    bench.press("w", "Enter")
    #expect(bench.screen.contains("loyal-advocates-members.csv is there already"))
    bench.press("3")
    #expect(bench.files["loyal-advocates-members.csv"] == "mine" && bench.app.layers.isEmpty)
    bench.press("w", "Enter", "1")
    #expect(bench.screen.contains("Write the list to"))
    bench.press("Ctrl-U")
    bench.type("other.csv")
    bench.press("Enter")
    #expect(bench.files["other.csv"]?.hasPrefix("id,name") == true)
    bench.press("w", "Enter", "2")
    #expect(bench.files["loyal-advocates-members.csv"]?.hasPrefix("id,name") == true)
  }

  @Test func `how far it is stands on the screen, and Esc stops it`() {
    var bench = bench()
    bench.holdsWriting = true
    bench.press("w", "Enter")
    #expect(bench.screen.contains("writing 1 of 3 to loyal-advocates-members.csv; Esc stops"))
    bench.press("w")
    #expect(bench.screen.contains("a list is being written: Esc stops that"))
    bench.press("Esc")
    #expect(bench.stoppedWriting == 1 && bench.app.openTab == .members)
    #expect(bench.screen.contains("Stopped: nothing was written"))
    #expect(!bench.screen.contains("writing 1 of 3"))
    bench.press("Esc")
    #expect(bench.app.openTab == nil)
  }

  @Test func `records that cannot be read are told, and so is why nothing was written`() {
    var bench = bench()
    let file = MemberFile(MemberQuery(.everybody), to: "a.csv")
    bench.send(.message(.membersWritten(file, MemberProgress(written: 2, found: 3))))
    #expect(bench.screen.contains("Wrote 2 of 3 customers to a.csv: 1 record cannot be read"))
    bench.send(.message(.membersNotWritten(file, .noFolder("x"))))
    #expect(bench.screen.contains("Not written: there is no folder x"))
    bench.send(.message(.membersFailed(file, why: "the disk is full")))
    #expect(bench.screen.contains("Not written to a.csv: the disk is full"))
  }

  @Test func `only a list of customers is written`() {
    var bench = CountedDefinitions.bench()
    bench.press("w")
    #expect(bench.app.layers.isEmpty && bench.screen.contains("3 lists members"))
    bench.press("0", "w")
    #expect(bench.screen.contains("in-no-segment.csv"))
  }
}
