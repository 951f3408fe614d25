import Testing

@testable import RapportCore

/// What a list of members to call says of those it passed over.
struct CallListWordsTests {
  private func summary(_ obstacles: [CallList.Obstacle: Int]) -> String {
    let segment = Segment(id: "s", name: "S", priority: 1)
    return CallList(segment, entries: [], members: 5, obstacles: obstacles).summary
  }

  @Test func `one and several are worded apart`() {
    let whom = "nobody to call of 5 members; "
    #expect(summary([.account: 1]) == whom + "1 passed over, a company and not a person")
    #expect(summary([.account: 2]) == whom + "2 passed over, companies and not persons")
    #expect(
      summary([.unreachable: 1]) == whom + "1 passed over, without a phone number or e-mail"
    )
    #expect(
      summary([.account: 1, .unreachable: 2]) == whom
        + "3 passed over: 1 company and not a person, 2 without a phone number or e-mail"
    )
  }
}
