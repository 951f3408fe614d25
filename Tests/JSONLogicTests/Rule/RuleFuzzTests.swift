import JSONLogic
import Testing

/// Rules from the community's suites with bytes changed at random: refused or read, never a trap.
struct RuleFuzzTests {
  @Test(.enabled(if: SharedData.has(ConformanceTests.community)), arguments: 1...4)
  func `mutated rules are refused or read`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let cases = try ConformanceTests.suites.flatMap {
      try ConformanceTests.cases(in: "\(ConformanceTests.community)/\($0)")
    }
    let rules = cases.map { Array(($0["rule"] ?? nil).compact().utf8) }
    let limits = RuleLimits(steps: 20_000, size: 20_000)
    var read = 0
    for _ in 0..<1_000 {
      var bytes = random.pick(rules)
      let donor = random.pick(rules)
      for _ in 0...Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 32...126, using: &random)
        case 1:
          bytes.insert(
            contentsOf: Array("{}[],:\"-0".utf8).shuffled(using: &random).prefix(1),
            at: place
          )
        case 2: bytes.remove(at: place)
        default:
          // A whole rule in the place of a digit.
          if (0x30...0x39).contains(bytes[place]) {
            bytes.replaceSubrange(place...place, with: donor)
          }
        }
      }
      guard let json = try? JSON(parsing: bytes) else { continue }
      _ = Rule.validate(json, limits: limits)
      guard let rule = try? Rule(json, limits: limits) else { continue }
      read += 1
      let data = random.pick(cases)["data"] ?? nil
      let result = try? rule.apply(to: data)
      let explanation = rule.explain(data)
      #expect(rule.answer(data) == explanation.answer, "\(json)")
      _ = rule.nearMisses(data)
      _ = (rule.variables, rule.conditions, explanation.deciding, explanation.missingPaths)
      var isSettled = true
      explanation.visit { if $0.answer == .unknown || $0.answer == .broken { isSettled = false } }
      if isSettled {
        #expect(result?.isTruthy == (explanation.answer == .in), "seed \(seed): \(json) on \(data)")
      }
    }
    #expect(read > 100)
  }
}
