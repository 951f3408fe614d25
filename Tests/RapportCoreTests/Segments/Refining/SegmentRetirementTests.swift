import JSONLogic
import Testing

@testable import RapportCore

struct SegmentRetirementTests {
  private let fixture = RefiningFixture()

  @Test func `what refers to it and what members lose is told`() throws {
    let retirement = try SegmentRetirement("b", in: fixture.definitions)
    #expect(retirement.uses.map(\.reference.id) == ["c", "check", "late", "only"])
    #expect(retirement.uses.map(\.manner) == [.asks, .asks, .serves, .serves])
    #expect(retirement.uses.map(\.isOnly) == [false, false, false, true])
    #expect(retirement.tone?.id == "brisk")
    #expect(retirement.services.all.map(\.id) == ["check", "line"])
    #expect(retirement.services.onlyHere.map(\.id) == ["check"])
    let texts = retirement.lines(
      effect: nil,
      feedback: 2,
      language: "en",
      names: fixture.names
    ).map(\.text)
    #expect(texts.contains("Only: is for nobody then"))
    #expect(texts.contains("the offer Priority line; another segment gives it too"))
    #expect(texts.contains("2 lines of agents about it stay"))
    let change = retirement.change("01", at: RefiningFixture.noon, by: "mk", reason: "r")
    #expect(change.edits.count == 1 && change.edits[0].after?["status"] == "retired")
  }

  @Test func `it comes back, unless its priority went to another meanwhile`() throws {
    var fixture = fixture
    fixture.files["segments/b.json"]?["status"] = "retired"
    let back = try SegmentRetirement("b", to: .active, in: fixture.definitions)
    #expect(
      back.change("01", at: RefiningFixture.noon, by: "mk", reason: "r").edits[0].after?["status"]
        == "active"
    )
    #expect(throws: SegmentRefusal.self) { try SegmentRetirement("b", in: fixture.definitions) }
    fixture.files["segments/c.json"]?["priority"] = 20
    #expect(throws: SegmentRefusal.self) {
      try SegmentRetirement("b", to: .active, in: fixture.definitions)
    }
  }
}
