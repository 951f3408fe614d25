import RapportCore
import Testing

@testable import RapportTUI

/// What an open Desk says when definitions change.
struct SegmentNewsTests {
  private func membership(_ name: String, _ revision: Int, _ answer: Membership.Answer = .in)
    -> Membership
  {
    Membership(
      segment: Segment.ID(name.lowercased()),
      name: name,
      revision: revision,
      answer: answer,
      because: []
    )
  }

  @Test func `who left, who came and what has a new version is said`() {
    let before = [membership("Loyal", 1), membership("Mobile", 1), membership("Young", 1, .out)]
    let after = [membership("Loyal", 2, .out), membership("Mobile", 2), membership("Young", 1)]
    #expect(
      SegmentNews(from: before, to: after)?.words
        == "changed meanwhile: not in Loyal any more; now in Young; Mobile has a new version"
    )
    #expect(SegmentNews(from: before, to: before) == nil)
    // What is not known any more is not a no.
    let open = [membership("Loyal", 2, .unknown), membership("Mobile", 1)]
    #expect(
      SegmentNews(from: before, to: open)?.words == "changed meanwhile: not known any more: Loyal"
    )
    // Of segments that they are in neither before nor after nothing is said.
    #expect(SegmentNews(from: [membership("A", 1, .out)], to: [membership("A", 2, .out)]) == nil)
  }

  @Test(arguments: [80, 120, 180]) func `the card marks it until the contact ends`(columns: Int) {
    var bench = Bench(columns, 40)
    bench.open("mul")
    #expect(bench.app.view == .desk && !bench.screen.contains("changed meanwhile"))
    var knowledge = bench.app.knowledge
    let guide = knowledge.guide
    knowledge.guide = { known, situation in
      var guidance = guide(known, situation)
      guidance.memberships.removeAll { $0.answer == .in }
      return guidance
    }
    bench.send(.message(.reloaded(knowledge)))
    #expect(bench.screen.contains("changed meanwhile: not in "))
    bench.wait(60)
    #expect(bench.screen.contains("changed meanwhile: not in "))
  }
}
