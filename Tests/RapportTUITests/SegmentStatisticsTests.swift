import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What is counted in the workbench: sizes, profiles, members, overlaps.
struct SegmentStatisticsTests {
  @Test func `the list says how many belong, their share, and of whom it is not known`() {
    let bench = CountedDefinitions.bench(120, 40)
    let row = bench.rows.first { $0.contains("▌Loyal advocates") } ?? ""
    #expect(row.contains("3") && row.contains("30 %"), "\(row)")
    #expect(bench.screen.contains("10 customers, "))
    #expect(bench.screen.contains("in none") && bench.screen.contains("in two or more"))
    #expect(bench.screen.contains("2 may be double"))
  }

  @Test(arguments: [Agent.Role.supervisor, .agent])
  func `a supervisor finds the segments counted, nobody else waits for that`(role: Agent.Role) {
    var bench = CountedDefinitions.bench()
    bench.press("F2")
    bench.app.workbench.statistics = WorkbenchStatistics()
    bench.app.agent.role = role
    bench.send(.message(.census(Census(total: 10, searched: 4, damaged: 0))))
    #expect(bench.app.workbench.statistics.overview.value == nil)
    bench.send(.message(.census(Census(total: 10, searched: 10, damaged: 0))))
    #expect((bench.app.workbench.statistics.overview.value != nil) == (role == .supervisor))
  }

  @Test(arguments: [80, 120]) func `nothing above the list is cut, however many there are`(
    columns: Int
  ) {
    var bench = CountedDefinitions.bench(columns, 30)
    let statistics = bench.app.workbench.statistics
    let overview = SegmentOverview(customers: 1_000_000, inNone: 412_345, inSeveral: 123_456)
    let identities = CustomerIdentities(
      identified: 876_544,
      likelyDuplicates: 123_456,
      anonymousContacts: 234_567
    )
    bench.send(.message(.overview(.success(overview), generation: statistics.overview.generation)))
    bench.send(
      .message(.identities(.success(identities), generation: statistics.identities.generation))
    )
    let heading = bench.rows[2] + bench.rows[3]
    #expect(bench.rows[2].contains("1,000,000 customers, 412,345 in none (41 %), 123,456 in two"))
    let nameless = columns == 120 ? "123,456 without name or address" : "123,456 anonymous"
    for words in ["123,456 may be double", nameless, "234,567 "] {
      #expect(heading.contains(words), "\(heading)")
    }
    #expect(!heading.contains("…"))
    bench.press("G")
    #expect(bench.rows.contains { $0.hasPrefix("▌") })
  }

  @Test func `those in none and those in two or more are listed by a key that help names`() {
    var bench = CountedDefinitions.bench()
    bench.press("&")
    #expect(bench.screen.contains("In two active segments or more"))
    bench.press("Esc", "0")
    #expect(bench.screen.contains("In no active segment"))
    bench.press("Esc", "?")
    bench.type("two active")
    #expect(bench.screen.contains("List the customers in two active segments or more"))
    #expect(bench.rows.contains { $0.contains("two active segments or more") && $0.contains("&") })
  }

  @Test func `on a wide screen the rule stands below the list, and who they are beside the rule`() {
    var bench = CountedDefinitions.bench(180, 50)
    #expect(bench.screen.contains("── Rule of Loyal advocates, in full: 2 ──"))
    #expect(bench.screen.contains("Rule       orders at least 12"))
    bench.press("Enter", "2")
    #expect(bench.screen.contains("── Who of Loyal advocates, in full: 1 ──"))
    #expect(bench.screen.contains("members (3) beside the others (7)"))
  }

  @Test(arguments: [80, 120, 180]) func `two side by side keep every share`(columns: Int) {
    var bench = CountedDefinitions.bench(columns, 40)
    bench.press("=")
    bench.type("berl")
    bench.press("Enter")
    let words = bench.rows[2...3].map(\.trimmed).joined(separator: " ")
    #expect(words.hasPrefix("2 in both: 33 % of all in either, 67 % of the first (3), 40 % of the"))
    #expect(words.contains("of the second (5)"))
    bench.press("Esc", "m", "Right")
    let sentence = bench.rows[3...4].map(\.trimmed).joined(separator: " ")
    #expect(sentence.contains("40 % of the second (5)"))
  }

  @Test func `where nobody counts that is said, and no size is blank or zero`() {
    var bench = WorkbenchDefinitions.bench()
    bench.counts = false
    bench.press("F2", "F4")
    #expect(bench.screen.contains("not counted"))
    bench.press("Enter", "3")
    #expect(bench.screen.contains("not listed: nobody counts customers here"))
  }

  @Test func `the filter finds words of the state, of problems and of what is missing`() {
    var bench = CountedDefinitions.bench()
    let found = ["draft": ["Slipping away"], "problem": ["Berliners", "Slipping away"]]
    for (word, names) in found {
      bench.press("/")
      bench.type(word)
      #expect(bench.app.workbenchRows(now: bench.now).map { $0.cells[0].text } == names, "\(word)")
      bench.press("Esc")
    }
  }

  @Test func `digits and arrows choose the tabs, and Esc goes back`() {
    var bench = CountedDefinitions.bench()
    bench.press("Enter")
    for tab in SegmentTab.allCases {
      bench.press("\(tab.rawValue)")
      #expect(bench.screen.contains("[\(tab.rawValue) \(tab.title)]"))
    }
    bench.press("Right")
    #expect(bench.app.workbench.profile.tab == .who)
    bench.press("Left")
    #expect(bench.app.workbench.profile.tab == .changes)
    bench.press("Esc")
    #expect(bench.app.openTab == nil && bench.app.view == .workbench)
  }

  @Test func `who they are: what is empty is asked for, and what sets them apart has its numbers`()
  {
    var bench = CountedDefinitions.bench(100, 60)
    bench.press("Enter")
    #expect(bench.screen.contains("no owner yet: e"))
    #expect(bench.screen.contains("members (3) beside the others (7)"))
    #expect(bench.screen.contains("in the rule"))
    #expect(bench.screen.contains("substantial"))
    #expect(bench.screen.contains("stable         not known"))
  }

  @Test func `the rule is told in words, condition by condition and as JSON`() {
    var bench = CountedDefinitions.bench(80, 30)
    bench.press("Enter", "2")
    #expect(bench.screen.contains("Size       3 belong (30 %)"))
    #expect(bench.screen.contains("Rule       orders at least 12"))
    #expect(bench.screen.contains("Condition by condition"))
    #expect(bench.screen.contains("\"behavioral.orders\""))
  }

  @Test func `members are listed, found by name, explained and opened`() {
    var bench = CountedDefinitions.bench()
    bench.press("Enter", "3")
    #expect(bench.screen.contains("3 customers"))
    #expect(bench.screen.contains("Person 7") && !bench.screen.contains("Person 2"))
    bench.press("/")
    bench.type("8")
    #expect(bench.screen.contains("1 fit"))
    bench.press("Enter", "Enter")
    #expect(bench.screen.contains("Person 8") && bench.screen.contains("Loyal advocates  belongs"))
    #expect(bench.screen.contains("16 orders"))
    bench.press("Enter")
    #expect(bench.app.view == .desk && bench.app.desk.front?.customer?.id == "C-8")
    bench.press("F4", "Esc", "Esc")
    #expect(bench.screen.contains("3 customers"))
  }

  @Test func `Esc on a card goes back to the list that it was opened from, and to its row`() {
    var bench = CountedDefinitions.bench()
    bench.press("Enter", "3", "Down", "o")
    #expect(bench.app.view == .desk && bench.app.desk.front?.customer?.id == "C-8")
    bench.press("Esc")
    #expect(bench.app.view == .workbench && bench.screen.contains("▌Person 8"))
    bench.press("Enter", "o", "Esc")
    #expect(bench.app.workbenchScreen?.context == .memberWhy)
    bench.press("Esc", "Esc", "0", "o", "Esc")
    #expect(bench.screen.contains("In no active segment"))
    bench.press("F2")
    bench.type("Person 8")
    bench.press("Enter", "Esc")
    #expect(bench.app.view == .find)
  }

  @Test(arguments: [true, false])
  func `Esc does not go to a list from which one did not come this time`(isFound: Bool) {
    var bench = CountedDefinitions.bench()
    bench.press("Enter", "3", "Down", "o", "F2")
    if isFound {
      bench.type("Person 8")
      bench.press("Enter")
    } else {
      bench.press("F3")
    }
    #expect(bench.app.view == .desk && bench.app.desk.front?.customer?.id == "C-8")
    bench.press("Esc")
    #expect(bench.app.view == .find)
  }

  @Test func `columns of members are any attributes, chosen for one list`() {
    var bench = CountedDefinitions.bench()
    bench.press("Enter", "3")
    #expect(bench.screen.contains("orders"))
    bench.press("c")
    bench.type("country")
    bench.press("Enter")
    #expect(bench.screen.contains("country"))
    #expect(bench.screen.contains("not known"))
    bench.press("Esc", "Down", "Enter")
    #expect(bench.screen.contains("Berliners  active") && bench.screen.contains("city"))
    #expect(!bench.screen.contains("country") && !bench.screen.contains("orders"))
    bench.press("Esc", "Up", "Enter")
    #expect(bench.screen.contains("orders") && bench.screen.contains("country"))
  }

  @Test func `members have the whole width while they have the keys`() {
    var bench = CountedDefinitions.bench(120, 30)
    for path in ["behavioral.orders", "geographic.city", "geographic.country"] {
      bench.app.workbench.memberColumns[.members(["loyal-advocates"]), default: []].append(path)
    }
    bench.press("3")
    #expect(bench.screen.contains("Berliners") && bench.screen.contains("of 3 columns shown"))
    bench.press("Enter")
    #expect(!bench.screen.contains("Berliners") && !bench.screen.contains("columns shown"))
    let titles = bench.rows.first { $0.contains("Name") } ?? ""
    #expect(titles.contains("orders") && titles.contains("city") && titles.contains("country"))
    bench.press("s")
    #expect(bench.app.toast?.kind == .warning && bench.app.workbench.place.sorting == nil)
    bench.press("Esc")
    #expect(bench.screen.contains("Berliners") && bench.screen.contains("[3 Members]"))
  }

  @Test func `a long list reads only the pages that come into sight`() {
    var bench = CountedDefinitions.bench(customers: 400)
    bench.press("Enter", "3")
    func asked() -> [Int] {
      bench.effects.compactMap { effect in
        guard case .listMembers(let query, _, _) = effect else { return nil }
        return query.offset
      }
    }
    #expect(asked() == [0])
    bench.press("G")
    #expect(asked().count == 2 && (asked().last ?? 0) >= 300)
    #expect(bench.screen.contains("Person 99 "))
    #expect(!bench.screen.contains("reading ..."))
  }

  @Test func `the matrix tells each pair in words, and opens who is in both`() {
    var bench = CountedDefinitions.bench(100, 30)
    bench.press("m")
    #expect(bench.screen.contains("Overlaps  how many are in both"))
    #expect(bench.screen.contains("[3]"))
    bench.press("Right")
    #expect(bench.screen.contains("2 in both: "))
    #expect(bench.screen.contains("67 % of the first (3), 40 % of the second (5)"))
    bench.press("Space")
    #expect(bench.screen.contains("of all in either, the share in both"))
    bench.press("Enter")
    #expect(bench.screen.contains("Loyal advocates and Berliners"))
    #expect(bench.screen.contains("2 customers"))
    bench.press("Esc", "Esc")
    #expect(bench.app.workbench.screens.isEmpty)
  }

  @Test(arguments: [60, 80]) func `the matrix says which columns are shown, and follows the cursor`(
    columns: Int
  ) throws {
    var bench = CountedDefinitions.bench(columns, 24)
    var files = CountedDefinitions.documents
    for number in 1...9 {
      files["segments/s\(number).json"] = [
        "id": .string("s\(number)"), "name": .string("Segment number \(number)"),
        "priority": JSON(100 + number),
        "rule": [">=": [["var": "behavioral.orders"], JSON(number)]],
      ]
    }
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: DefinitionDocuments(files: files))
    bench.send(.message(.reloaded(knowledge)))
    bench.press("m")
    let all = bench.app.comparedSegments.count
    for column in 1...all {
      let heading = bench.rows[1]
      let shown = heading.split(separator: " ").compactMap { Int($0) }
      try #require(shown.count == 3 && shown[2] == all, "\(heading)")
      #expect(shown[0] <= column && column <= shown[1])
      let numbers = bench.rows[5].split(separator: " ").compactMap { Int($0) }
      #expect(numbers == Array(shown[0]...shown[1]))
      bench.press("Right")
    }
    bench.send(.input(.resize(Size(columns: 160, rows: 24))))
    #expect(!bench.rows[1].contains("columns"))
  }

  @Test func `Enter beside two segments lists who is in both`() {
    var bench = CountedDefinitions.bench(80, 40)
    bench.press("=")
    bench.type("berl")
    bench.press("Enter")
    #expect(bench.screen.contains("Enter lists who is in both"))
    bench.press("Enter")
    #expect(bench.screen.contains("Loyal advocates and Berliners"))
    #expect(bench.screen.contains("2 customers") && bench.screen.contains("▌Person 7"))
    bench.press("Esc")
    #expect(bench.app.workbenchScreen?.context == .comparison)
  }

  @Test func `two segments side by side, only what differs or all`() {
    var bench = CountedDefinitions.bench(100, 60)
    bench.press("=")
    bench.type("berl")
    bench.press("Enter")
    #expect(bench.screen.contains("Loyal advocates and Berliners"))
    #expect(bench.screen.contains("2 in both: "))
    #expect(bench.screen.contains("The same: status"))
    #expect(bench.screen.contains("orders at least 12"))
    bench.press("d")
    #expect(!bench.screen.contains("The same:"))
    #expect(bench.screen.contains("Status     active"))
    bench.press("Esc")
    #expect(bench.app.workbench.screens.isEmpty)
  }

  @Test func `customers who change are counted again, with the old sizes until then`() {
    var bench = CountedDefinitions.bench(120, 40)
    let before = bench.effects.count
    bench.send(.message(.customersChanged))
    let new = bench.effects.dropFirst(before)
    #expect(new.contains { if case .countSegments = $0 { true } else { false } })
    #expect(new.contains { if case .contrast = $0 { true } else { false } })
    var counted = Counted<Int>()
    let first = counted.begin()
    counted.take(.success(4), generation: first)
    let second = counted.begin()
    #expect(counted.value == 4)
    counted.take(.success(9), generation: first)
    #expect(counted.value == 4)
    counted.take(.failure(.nobody), generation: second)
    #expect(counted.absence == "not counted: nobody counts customers here")
  }

  @Test func `every screen survives every size`() {
    for keys in [["m"], ["0"], ["Enter", "3"], ["Enter", "3", "Enter"], ["Enter", "5"]] {
      var bench = CountedDefinitions.bench()
      for key in keys { bench.press(key) }
      for (columns, rows) in [(1, 1), (60, 16), (61, 17), (80, 24), (300, 90)] {
        bench.send(.input(.resize(Size(columns: columns, rows: rows))))
        #expect(bench.frame.canvas.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
