import JSONLogic
import Testing

struct READMETests {
  @Test func `the example does what it says`() throws {
    let rule = try Rule(
      JSON(
        parsing: """
          {"and": [{">=": [{"var": "orders"}, 12]}, {"in": [{"var": "device"}, ["ios", "android"]]}]}
          """
      )
    )
    #expect(try rule.apply(to: ["orders": 14, "device": "ios"]) == true)
    #expect(rule.answer(["orders": 14]) == .unknown)
    #expect(rule.explain(["orders": 14]).missingPaths == ["device"])
    let misses = rule.nearMisses(["orders": 11, "device": "ios"])
    #expect(misses.map(\.description) == ["orders: 11, needed at least 12"])
  }
}
