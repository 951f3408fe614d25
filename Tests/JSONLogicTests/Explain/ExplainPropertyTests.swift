import JSONLogic
import Testing

struct ExplainPropertyTests {
  @Test(arguments: 1...8)
  func `the naive evaluator agrees on random rules and data`(seed: UInt64) throws {
    var source = RandomRules(seed: seed)
    var counts: [Answer: Int] = [:]
    var settled = 0
    for round in 0..<800 {
      let json = source.rule(4)
      let rule = try Rule(json)
      for _ in 0..<4 {
        let data = source.data()
        let place: Comment = "seed \(seed), round \(round): \(json) on \(data)"
        let expected = NaiveReader.read(json, data).answer
        let explanation = rule.explain(data)
        #expect(rule.answer(data) == expected, place)
        #expect(explanation.answer == expected, place)
        counts[expected, default: 0] += 1
        var isSettled = true
        explanation.visit { node in
          if node.answer == .unknown || node.answer == .broken { isSettled = false }
        }
        guard isSettled else { continue }
        settled += 1
        let result = try #require(try? rule.apply(to: data), place)
        #expect(result.isTruthy == (expected == .in), place)
      }
    }
    #expect(counts.values.allSatisfy { $0 > 50 } && counts.count == 4, "\(counts)")
    #expect(settled > 200, "\(settled)")
  }

  @Test(arguments: 1...4)
  func `a near miss applied brings the rule in`(seed: UInt64) throws {
    var source = RandomRules(seed: seed)
    var found = 0
    for round in 0..<300 {
      let json = source.rule(3)
      let rule = try Rule(json)
      let data = source.data()
      for miss in rule.nearMisses(data) {
        found += 1
        #expect(rule.answer(data) != .in)
        for changed in Self.applying(miss, to: data) {
          #expect(
            rule.answer(changed) == .in,
            "seed \(seed), round \(round): \(json) on \(data): \(miss), tried \(changed)"
          )
        }
      }
    }
    #expect(found > 25, "\(found)")
  }

  /// The data with a near miss granted, in each way that its words allow.
  static func applying(_ miss: NearMiss, to data: JSON) -> [JSON] {
    let values: [JSON?] =
      switch miss.need {
      case .range(let from, let to): samples(from, to).map { $0 }
      case .oneOf(let values): values.map { $0 }
      case .noneOf: ["something else entirely"]
      case .including(let member):
        if case .string(let text)? = miss.actual {
          [.string(text + (member.stringValue ?? ""))]
        } else {
          [.array((miss.actual?.arrayValue ?? []) + [member])]
        }
      case .excluding(let member): [.array(miss.actual?.arrayValue?.filter { $0 != member } ?? [])]
      case .present: [7, "seven", true]
      case .absent: [nil]
      }
    return values.map { value in
      var data = data
      if miss.path.components.count == 2 {
        var deep = data["deep"]?.objectValue ?? [:]
        deep["x"] = value
        data["deep"] = .object(deep)
      } else {
        data[miss.path.components[0]] = value
      }
      return data
    }
  }

  static func samples(_ from: NearMiss.Bound?, _ to: NearMiss.Bound?) -> [JSON] {
    var samples: [JSON] = []
    for bound in [from, to].compactMap({ $0 }) where bound.isIncluded {
      samples.append(bound.value)
    }
    switch (from?.value.doubleValue, to?.value.doubleValue) {
    case (let from?, let to?): samples += from < to ? [JSON((from + to) / 2)] : []
    case (let from?, nil) where from.isFinite: samples += [JSON(from + 0.25), JSON(from + 1e6)]
    case (nil, let to?): samples += [JSON(to - 0.25), JSON(to - 1e6)]
    default: break
    }
    return samples
  }
}
