import RapportCore
import Testing

/// The figures of research, computed with scipy and statsmodels.
struct ProportionTests {
  private func isNear(_ value: Double?, _ wanted: Double, within error: Double = 5e-9) -> Bool {
    value.map { abs($0 - wanted) <= error } ?? false
  }

  @Test(
    arguments: [
      (0, 10, 0, 0.2775328), (8, 10, 0.49016247, 0.94331785), (45, 50, 0.78639769, 0.95652424),
      (30, 30, 0.88648661, 1), (1869, 7043, 0.25518811, 0.27580744),
    ] as [(Int, Int, Double, Double)]
  )
  func `Wilson's interval is that of the reference`(
    _ successes: Int,
    _ count: Int,
    _ low: Double,
    _ high: Double
  ) {
    let interval = Proportion(successes, of: count).interval
    #expect(isNear(interval?.lowerBound, low, within: 5e-8))
    #expect(isNear(interval?.upperBound, high, within: 5e-8))
  }

  @Test func `no data has neither share nor interval`() {
    #expect(Proportion().share == nil && Proportion().interval == nil)
    #expect(ShareDifference(Proportion(), Proportion(3, of: 4)) == nil)
  }

  @Test(
    arguments: [
      (Proportion(56, of: 70), Proportion(48, of: 80), 0.05243147, 0.33387265),
      (Proportion(45, of: 50), Proportion(700, of: 1000), 0.08309462, 0.26358607),
      (Proportion(10, of: 10), Proportion(0, of: 20), 0.67908604, 1),
    ] as [(Proportion, Proportion, Double, Double)]
  )
  func `Newcombe's difference is that of the reference`(
    _ first: Proportion,
    _ second: Proportion,
    _ low: Double,
    _ high: Double
  ) throws {
    let difference = try #require(ShareDifference(first, second))
    #expect(isNear(difference.interval.lowerBound, low))
    #expect(isNear(difference.interval.upperBound, high))
    #expect(difference.isSure)
    let reversed = try #require(ShareDifference(second, first))
    #expect(isNear(reversed.interval.upperBound, -low))
  }

  @Test(
    arguments: [
      (Proportion(56, of: 70), Proportion(48, of: 80), 0.01252113),
      (Proportion(9, of: 10), Proportion(3, of: 10), 0.01976661),
      (Proportion(), Proportion(3, of: 10), 1.0), (Proportion(5, of: 5), Proportion(7, of: 7), 1.0),
    ] as [(Proportion, Proportion, Double)]
  )
  func `Fisher's test is that of the reference`(
    _ first: Proportion,
    _ second: Proportion,
    _ probability: Double
  ) {
    #expect(isNear(FisherExactTest.probability(first, second), probability))
    #expect(isNear(FisherExactTest.probability(second, first), probability))
  }

  @Test func `adjusting for many comparisons is that of the reference, in any order`() {
    let values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    let wanted = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.10571429, 0.216, 0.216, 0.216]
    let adjusted = FalseDiscovery.adjusted(values)
    #expect(zip(adjusted, wanted).allSatisfy { isNear($0, $1) })
    #expect(FalseDiscovery.adjusted(values.reversed()) == adjusted.reversed())
    #expect(FalseDiscovery.adjusted([]).isEmpty)
  }
}

/// Shares in words.
struct ShareWordsTests {
  private let words = ShareWords(StoreSettings(name: "x", company: "x"))

  @Test(arguments: [
    (Proportion(3, of: 3), "3 of 3"), (Proportion(9, of: 10), "90 %, 60-98, few answers"),
    (Proportion(90, of: 100), "90 %, 83-94"), (Proportion(0, of: 40), "0 %, 0-9"),
    (Proportion(999, of: 1000), "99 %, 99-99"),
  ])
  func `only as much is said as the answers carry`(_ share: Proportion, _ text: String) {
    #expect(words.text(share) == text)
  }

  @Test func `without an answer there is no share`() {
    #expect(words.text(Proportion()) == nil)
    #expect(words.text(Proportion(), of: "answer") == "no answer yet")
    #expect(words.text(Proportion(3, of: 4), of: "answer") == "3 of 4 answers")
    #expect(words.text(Proportion(45, of: 50), of: "answer") == "90 %, 79-96, of 50 answers")
  }
}
