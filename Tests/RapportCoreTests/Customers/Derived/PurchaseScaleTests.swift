import Testing

@testable import RapportCore

struct PurchaseScaleTests {
  private func buyer(_ day: Int, _ count: Int, _ spend: Double) -> Purchases {
    Purchases(last: CalendarDate(daysSinceEpoch: day), count: count, spend: spend)
  }

  @Test func `a score is a fifth of the buyers, and the latest, most and dearest have 5`() {
    let buyers = (1...100).map { buyer($0, $0, Double($0)) }
    let scale = PurchaseScale(buyers)
    let scores = buyers.map { scale.scores($0) }
    for score in 1...5 {
      #expect(scores.count { $0.recency == score } == 20)
      #expect(scores.count { $0.spend == score } == 20)
    }
    #expect(scores[99] == PurchaseScores(recency: 5, frequency: 5, spend: 5))
    #expect(scores[99].group == .champions)
    #expect(scores[0].group == .lost)
  }

  @Test func `equal buyers get equal scores, by their average rank`() {
    // 60 with one order share the ranks 1 to 60: 30.5 of 100 is the second fifth; but so many alike
    // are scored by fixed steps.
    let once = (0..<60).map { _ in buyer(1, 1, 10) }
    let more = (2...41).map { buyer($0, $0, Double($0 * 100)) }
    let scale = PurchaseScale(once + more)
    #expect(scale.scores(once[0]) == PurchaseScores(recency: 2, frequency: 1, spend: 2))
    #expect(
      [2, 3, 4, 5, 7, 8].map { scale.scores(buyer(1, $0, 1)).frequency } == [2, 3, 3, 4, 4, 5]
    )
  }

  @Test func `few buyers make three classes`() {
    let scale = PurchaseScale((1...9).map { buyer($0, $0, Double($0)) })
    #expect(
      (1...9).map { scale.scores(buyer($0, $0, Double($0))).spend } == [1, 1, 1, 3, 3, 3, 5, 5, 5]
    )
  }
}
