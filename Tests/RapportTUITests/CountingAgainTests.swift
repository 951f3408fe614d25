import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What stands where something is counted again: never a figure of before as if it were of now.
struct CountingAgainTests {
  private let loyal = DefinitionReference(.segment, "loyal-advocates")

  /// Saves a change of a segment's file, and holds back what is counted then.
  private func change(_ bench: inout Bench, _ key: String, _ value: JSON) {
    bench.holdsCounts = true
    var files = bench.app.knowledge.definitions.documents.files
    files["segments/loyal-advocates.json"]?[key] = value
    var knowledge = bench.app.knowledge
    knowledge.definitions = Definitions(decoding: DefinitionDocuments(files: files))
    bench.send(.message(.reloaded(knowledge)))
  }

  private func row(_ bench: Bench) -> String {
    bench.rows.first { $0.contains("▌Loyal advocates") } ?? ""
  }

  @Test(arguments: [80, 120, 180]) func `a changed rule leaves no size of before`(columns: Int) {
    var bench = CountedDefinitions.bench(columns, 40)
    #expect(row(bench).contains("30 %"))
    change(&bench, "rule", [">=": [["var": "behavioral.orders"], 4]])
    #expect(row(bench).contains("counting") && !row(bench).contains("30 %"))
    #expect(!bench.screen.contains("members (3)") && !bench.screen.contains("3 belong"))
    bench.press("Enter", "2")
    #expect(bench.screen.contains("Size       counting"))
    bench.press("3")
    #expect(bench.screen.contains("counting ...") && !bench.screen.contains("3 customers"))
    bench.press("Esc", "m")
    #expect(bench.screen.contains("counting ...") && !bench.screen.contains("[3]"))
    bench.release()
    #expect(!bench.screen.contains("counting"))
  }

  @Test func `who belongs to a segment that is back is counted, not nobody`() {
    var bench = CountedDefinitions.bench(120, 40)
    change(&bench, "status", "retired")
    bench.release()
    #expect(row(bench).contains("nobody") && !row(bench).contains("counting"))
    change(&bench, "status", "active")
    #expect(row(bench).contains("counting") && !row(bench).contains("nobody"))
    #expect(!row(bench).contains(" 0 "))
    bench.release()
    #expect(row(bench).contains("30 %"))
  }

  @Test func `sizes that no change of words can move stay`() {
    var bench = CountedDefinitions.bench(120, 40)
    change(&bench, "summary", "They buy often.")
    #expect(row(bench).contains("30 %"))
    bench.wait(60)
    #expect(bench.screen.contains("counting again; the sizes are those of a moment ago"))
    bench.release()
    #expect(!bench.screen.contains("counting again"))
  }

  @Test func `this week forgets what it counted of members that are others now`() {
    var bench = CountedDefinitions.bench(120, 40)
    bench.week = { facts in
      var size = SegmentSize(id: "loyal-advocates")
      size.counts = AnswerCounts(isIn: 3, all: 10)
      facts.sizes = ["loyal-advocates": size]
    }
    bench.wait(3600)
    bench.press("F5")
    #expect(bench.app.measure.states["loyal-advocates"]?.size != nil)
    change(&bench, "summary", "They buy often.")
    #expect(bench.app.measure.states["loyal-advocates"]?.size != nil)
    change(&bench, "rule", [">=": [["var": "behavioral.orders"], 4]])
    #expect(bench.app.measure.states["loyal-advocates"]?.size == nil)
  }

  @Test func `a count that was begun before is not taken after`() {
    var counted = Counted<Int>()
    let before = counted.begin()
    counted.forget()
    counted.take(.success(3), generation: before)
    #expect(counted.value == nil && counted.state == .idle)
    counted.take(.success(4), generation: counted.begin())
    #expect(counted.value == 4)
  }

  @Test func `a week that was read by the definitions of before is not taken after`() throws {
    let bench = CountedDefinitions.bench(120, 40)
    let old = bench.app.knowledge.definitions
    var files = old.documents.files
    files["segments/loyal-advocates.json"]?["rule"] = [">=": [["var": "behavioral.orders"], 4]]
    let new = Definitions(decoding: DefinitionDocuments(files: files))
    var facts = WeekFacts(old, at: bench.now)
    facts.sizes = ["loyal-advocates": SegmentSize(id: "loyal-advocates")]
    var measure = Measure()
    measure.take(facts, isComplete: true, generation: measure.begin(now: bench.now))
    let late = measure.begin(now: bench.now)
    measure.use(new)
    measure.take(facts, isComplete: true, generation: late)
    #expect(
      measure.facts?.sizes == nil
        && measure.facts?.definitions.documents.files == new.documents.files
    )
    // It is asked for anew as soon as somebody looks.
    #expect(measure.askedAt == nil)
    // Until then no step is told that may lie behind one that depends on sizes.
    #expect(measure.steps["loyal-advocates"]?.name != .measure)
  }

  @Test func `a draft that becomes active leaves no figure of whom it was not counted for`() {
    var bench = CountedDefinitions.bench(120, 40)
    change(&bench, "status", "draft")
    bench.release()
    #expect(bench.screen.contains("in none"))
    change(&bench, "status", "active")
    #expect(!bench.screen.contains("in none ("))
    bench.release()
    #expect(bench.screen.contains("in none"))
  }
}
