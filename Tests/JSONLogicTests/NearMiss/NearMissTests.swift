import JSONLogic
import Testing

struct NearMissTests {
  @Test(arguments: [
    (#"{">=":[{"var":"n"},12]}"#, ["n: 11, needed at least 12"]),
    (#"{">":[{"var":"n"},12]}"#, ["n: 11, needed more than 12"]),
    (#"{"<":[{"var":"n"},3]}"#, ["n: 11, needed less than 3"]),
    (#"{"<=":[20,{"var":"n"},30]}"#, ["n: 11, needed at least 20 and at most 30"]),
    (#"{"===":[{"var":"n"},5]}"#, ["n: 11, needed 5"]),
    (#"{"or":[{"<":[{"var":"n"},3]},{">":[{"var":"n"},12]}]}"#, ["n: 11, needed more than 12"]),
    (#"{"and":[{">=":[{"var":"n"},12]},{"===":[{"var":"plan"},"pro"]}]}"#, []),
    (
      #"{"or":[{">=":[{"var":"n"},12]},{"===":[{"var":"plan"},"pro"]}]}"#,
      ["n: 11, needed at least 12", #"plan: "free", needed "pro""#]
    ),
    (#"{"in":[{"var":"plan"},["pro","team"]]}"#, [#"plan: "free", needed "pro" or "team""#]),
    (
      #"{"!":[{"in":[{"var":"plan"},["free","team"]]}]}"#,
      [#"plan: "free", needed not "free" nor "team""#]
    ),
    (#"{"!==":[{"var":"plan"},"free"]}"#, [#"plan: "free", needed not "free""#]),
    (#"{"===":[{"var":"on"},true]}"#, ["on: false, needed true"]),
    (#"{"var":"on"}"#, ["on: false, needed true"]),
    (#"{"in":["vip",{"var":"tags"}]}"#, [#"tags: ["eu","trial"], needed with "vip""#]),
    (
      #"{"!":[{"in":["trial",{"var":"tags"}]}]}"#,
      [#"tags: ["eu","trial"], needed without "trial""#]
    ),
    (
      #"{"some":[{"var":"tags"},{"in":[{"var":""},["gold"]]}]}"#,
      [#"tags: ["eu","trial"], needed with "gold""#]
    ),
    (
      #"{"none":[{"var":"tags"},{"===":[{"var":""},"eu"]}]}"#,
      [#"tags: ["eu","trial"], needed without "eu""#]
    ),
    (#"{">=":[{"var":"gone"},12]}"#, ["gone: missing, needed at least 12"]),
    (#"{"!==":[{"var":"gone"},null]}"#, ["gone: missing, needed any value"]),
    (#"{"===":[{"var":"n"},null]}"#, ["n: 11, needed no value"]),
    (
      #"{"<":[{"var":"day"},"2026-01-01"]}"#, [#"day: "2026-03-05", needed less than "2026-01-01""#]
    ),
    (
      #"{"<":[{"var":"n"},{"var":"m"}]}"#,
      ["n: 11, needed less than 10", "m: 10, needed more than 11"]
    ),
    (#"{">":[{"*":[{"var":"n"},2]},30]}"#, []),
    (#"{"<":[{"var":"n"},12]}"#, []),
  ])
  func `the smallest change of one value`(rule: String, misses: [String]) throws {
    let data: JSON = [
      "n": 11, "m": 10, "plan": "free", "on": false, "tags": ["eu", "trial"], "day": "2026-03-05",
    ]
    let rule = try Rule(JSON(parsing: rule))
    #expect(rule.nearMisses(data).map(\.description) == misses)
  }
}
