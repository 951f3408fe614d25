import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Whom to call, from the members of a segment.
struct CallListTests {
  private func bench(_ columns: Int = 80, _ rows: Int = 24, phones: Bool = true) -> Bench {
    var bench = CountedDefinitions.bench(columns, rows)
    for number in 7...9 where phones {
      var record = bench.store.customers[Customer.ID("C-\(number)")]?.record ?? [:]
      record["phones"] = [.string("+49 30 90182\(number)")]
      if let customer = Customer(record: record) { bench.store.put(customer) }
    }
    if let place = bench.app.knowledge.definitions.segments.firstIndex(where: {
      $0.id == "loyal-advocates"
    }) {
      bench.app.knowledge.definitions.segments[place].needs = ["fast exchange"]
      bench.app.knowledge.definitions.segments[place].preferences = ["short answers"]
    }
    bench.press("Enter", "3")
    return bench
  }

  @Test func `l on the members shows whom to call, and what to ask them`() {
    var bench = bench()
    bench.press("l")
    #expect(bench.screen.contains("Whom to call: Loyal advocates"))
    #expect(bench.screen.contains("3 of 3 members"))
    #expect(bench.screen.contains("You need fast exchange. Is that so?"))
    #expect(bench.screen.contains("You prefer short answers. Is that so?"))
    #expect(bench.screen.contains("+49 30 901827"))
    bench.press("Down", "Enter")
    #expect(bench.app.view == .desk && bench.app.desk.front?.customer?.id == "C-8")
    bench.press("F4")
    #expect(bench.screen.contains("Whom to call"))
    bench.press("Esc")
    #expect(bench.app.openTab == .members)
  }

  @Test func `x draws others`() {
    var bench = bench()
    bench.press("l")
    let first = bench.rows.first { $0.contains("▌") }
    bench.press("x")
    #expect(bench.rows.first { $0.contains("▌") } != first)
    #expect(bench.screen.contains("3 of 3 members"))
  }

  @Test func `where nobody can be called that is said, and why`() {
    var bench = bench(phones: false)
    bench.press("l")
    #expect(bench.screen.contains("nobody to call of 3 members; 3 passed over"))
    #expect(bench.screen.contains("Passed over: accounts, whoever cannot be"))
    bench.press("Enter")
    #expect(bench.app.view == .workbench && bench.screen.contains("nobody is on the list"))
  }

  @Test func `only members of one segment are called`() {
    var bench = bench()
    bench.press("Esc", "l")
    #expect(bench.screen.contains("members of a segment are called: 3 lists them"))
  }
}
