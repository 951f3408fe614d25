import Testing

@testable import RapportCore

struct SpellingSuggestionTests {
  @Test(arguments: [
    ("wram", "warm"), ("Warm", "warm"), ("brisc", "brisk"), ("formall", "formal"),
    ("orders", "behavioral.orders"), ("behavoiral.order", "behavioral.orders"),
  ])
  func `a near name is suggested`(name: String, meant: String) {
    let names = ["warm", "brisk", "formal", "behavioral.orders", "war"]
    #expect(SpellingSuggestion.closest(to: name, among: names) == meant)
  }

  @Test func `nothing is suggested where nothing is near`() {
    #expect(SpellingSuggestion.closest(to: "zebra", among: ["warm", "brisk"]) == nil)
    #expect(SpellingSuggestion.closest(to: "", among: ["a"]) == nil)
    #expect(SpellingSuggestion.question("brsik", among: ["brisk"]) == "did you mean \"brisk\"?")
  }

  @Test func `the bounded distance is the plain recursive one`() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<3000 {
      let left = word(&generator)
      let right = word(&generator)
      let plain = naive(left[...], right[...])
      let bounded = SpellingSuggestion.distance(left, right, limit: 3)
      #expect(bounded == (plain <= 3 ? plain : nil), "seed 3: \(left) \(right)")
    }
  }

  private func word(_ generator: inout SplitMix64) -> [Unicode.Scalar] {
    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      ["a", "b", "c"][Int.random(in: 0..<3, using: &generator)]
    }
  }

  private func naive(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>) -> Int
  {
    guard let a = left.last else { return right.count }
    guard let b = right.last else { return left.count }
    var best = min(
      naive(left.dropLast(), right.dropLast()) + (a == b ? 0 : 1),
      naive(left.dropLast(), right) + 1,
      naive(left, right.dropLast()) + 1
    )
    if left.count > 1, right.count > 1, a == right.dropLast().last, b == left.dropLast().last {
      best = min(best, naive(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }
}
