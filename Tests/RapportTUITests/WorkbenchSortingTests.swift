import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The order of a page's rows: by what, which way, and said so.
struct WorkbenchSortingTests {
  private func names(_ bench: Bench) -> [String] {
    bench.app.workbenchRows(now: bench.now).map { $0.cells[0].text }
  }

  /// The titles above the list.
  private func titles(_ bench: Bench) -> String {
    bench.rows.first { $0.hasPrefix(" Segment ") } ?? ""
  }

  @Test(arguments: [60, 80, 120, 180]) func `s goes through the columns that are shown`(
    columns: Int
  ) {
    var bench = CountedDefinitions.bench(columns, 24)
    let own = names(bench)
    #expect(bench.screen.contains("sorted by priority, strongest first"))
    var sorted: Set<Int> = []
    for _ in 0..<12 {
      bench.press("s")
      guard let column = bench.app.workbench.place.sorting?.column else { break }
      let title = SegmentsPage().columns[column].title
      #expect(titles(bench).contains(title), "\(title) is not in: \(titles(bench))")
      #expect(bench.screen.contains("sorted by \(title), "))
      #expect(sorted.insert(column).inserted)
    }
    #expect(sorted.count > 2)
    #expect(bench.app.workbench.place.sorting == nil && names(bench) == own)
  }

  @Test func `what it is sorted by is said where that column is not shown, and while filtering`() {
    var bench = CountedDefinitions.bench(180, 24)
    while bench.app.workbench.place.sorting?.column != 2 { bench.press("s") }
    bench.send(.input(.resize(Size(columns: 80, rows: 24))))
    #expect(!titles(bench).contains("Prio."))
    #expect(bench.screen.contains("sorted by Prio., largest first"))
    bench.press("-", "/")
    #expect(bench.screen.contains("sorted by Prio., smallest first"))
    for page in WorkbenchPage.allCases {
      bench.app.workbench.page = page
      #expect(bench.screen.contains("sorted by "), "\(page)")
    }
  }

  @Test func `numbers begin with the largest, and what is not known comes last both ways`() {
    var bench = CountedDefinitions.bench(180, 30)
    bench.app.knowledge.definitions.segments[0].broken = Problem(
      .error,
      at: Place(file: "segments/x.json"),
      "the rule cannot be read"
    )
    while bench.app.workbench.place.sorting?.column != 2 { bench.press("s") }
    let broken = bench.app.knowledge.definitions.segments[0].name
    #expect(names(bench).last == broken)
    let down = names(bench)
    let priorities = down.compactMap { name in
      bench.app.knowledge.definitions.segments.first { $0.name == name && $0.broken == nil }?
        .priority
    }
    #expect(priorities.count > 1 && priorities == priorities.sorted(by: >))
    bench.press("-")
    #expect(names(bench).last == broken)
    #expect(names(bench).dropLast() == ArraySlice(down.dropLast().reversed()))
  }

  @Test func `the page's own order is turned round too, and what is not known stays last`() {
    var bench = CountedDefinitions.bench(180, 30)
    let own = names(bench)
    bench.press("-")
    #expect(bench.screen.contains("sorted by priority, weakest first"))
    #expect(own.count > 2 && names(bench) == own.reversed())
    bench.press("-")
    #expect(bench.screen.contains("sorted by priority, strongest first"))
    #expect(names(bench) == own && bench.app.workbench.place.sorting == nil)
    bench.press("-", "s")
    #expect(bench.screen.contains("sorted by Segment, A to Z"))
    while bench.app.workbench.place.sorting != nil { bench.press("s") }
    bench.press("-")
    bench.app.knowledge.definitions.segments[0].broken = Problem(
      .error,
      at: Place(file: "segments/x.json"),
      "the rule cannot be read"
    )
    #expect(names(bench) == own.dropFirst().reversed() + own.prefix(1))
  }

  @Test func `problems are sorted by how grave they are, and that is said`() {
    var bench = CountedDefinitions.bench(180, 30)
    let references = bench.app.knowledge.definitions.segments.map {
      DefinitionReference(.segment, $0.id.rawValue)
    }
    func problem(_ severity: Problem.Severity, _ reference: DefinitionReference) -> Problem {
      Problem(severity, at: Place(file: "segments/\(reference.id).json"), "x")
    }
    let found =
      [problem(.error, references[1])] + (0..<3).map { _ in problem(.warning, references[0]) }
    bench.send(.message(.checked(found, generation: bench.app.workbench.generation)))
    while bench.app.workbench.place.sorting?.column != 6 { bench.press("s") }
    #expect(bench.screen.contains("sorted by Problems, gravest first"))
    let segments = bench.app.knowledge.definitions.segments
    #expect(names(bench).prefix(2) == [segments[1].name, segments[0].name])
    bench.press("-")
    #expect(bench.screen.contains("sorted by Problems, mildest first"))
    #expect(names(bench).suffix(2) == [segments[0].name, segments[1].name])
  }

  @Test func `a share of too few answers ranks as not known`() {
    var bench = CountedDefinitions.bench(180, 30)
    bench.week = { facts in
      var report = SatisfactionReport()
      report.segments["loyal-advocates"] = Satisfaction(now: Proportion(3, of: 3))
      report.segments["berliners"] = Satisfaction(now: Proportion(40, of: 80))
      facts.satisfaction = report
    }
    bench.wait(3600)
    bench.press("F2", "F4")
    while bench.app.workbench.place.sorting?.column != 9 { bench.press("s") }
    #expect(names(bench).first == "Berliners")
    bench.press("-")
    #expect(names(bench).first == "Berliners")
  }

  @Test func `feedback is sorted by its dates, not by the words for them`() {
    var bench = WorkbenchDefinitions.bench(120, 30)
    for (id, days) in [("warm", 2), ("plain", 10), ("priority-line", 100), ("callback", 1)] {
      let kind = ["warm", "plain"].contains(id) ? "tone" : "service"
      bench.feedback[Feedback.ID(id)] = Feedback(
        id: Feedback.ID(id),
        at: bench.now.adding(seconds: -Int64(days) * 86_400),
        by: "jr",
        on: Feedback.Subject(kind, id, revision: 1),
        verdict: .fits
      )
    }
    bench.press("F2", "F4")
    while bench.app.workbench.page != .feedback { bench.press("]") }
    while bench.app.workbench.place.sorting?.column != 4 { bench.press("s") }
    let newest = names(bench)
    #expect(
      newest == ["Call back", "Warm and personal", "Plain and friendly", "Priority phone line"]
    )
    #expect(bench.screen.contains("sorted by Last, newest first"))
    bench.press("-")
    #expect(names(bench) == newest.reversed())
    #expect(bench.screen.contains("sorted by Last, oldest first"))
  }

  @Test func `what was said is sorted by how much it is, not by the words for it`() {
    var bench = WorkbenchDefinitions.bench(120, 30)
    for (id, count) in [("warm", 12), ("plain", 4), ("clam", 103)] {
      for number in 1...count {
        let line = Feedback.ID("\(id)-\(number)")
        bench.feedback[line] = Feedback(
          id: line,
          at: bench.now.adding(seconds: -Int64(number)),
          by: Agent.ID("a\(number)"),
          on: Feedback.Subject("tone", id, revision: 1),
          verdict: .fits
        )
      }
    }
    bench.press("F2", "F4")
    while bench.app.workbench.page != .feedback { bench.press("]") }
    while bench.app.workbench.place.sorting?.column != 2 { bench.press("s") }
    #expect(bench.rows[4].contains("103") && bench.rows[6].contains("4 fit"))
  }

  @Test func `goals are sorted by their dates, and those without one come last both ways`() {
    var bench = WorkbenchDefinitions.bench(180, 30)
    while bench.app.workbench.page != .goal { bench.press("]") }
    while bench.app.workbench.place.sorting?.column != 4 { bench.press("s") }
    #expect(names(bench).last == "Slipping away")
    bench.press("-")
    #expect(names(bench).last == "Slipping away")
  }
}
