import JSONLogic
import TestSupport
import Testing

/// `rapport rule apply`.
struct RuleCommandTests {
  @Test(arguments: [
    (["{\"+\": [1, 2]}"], "3\n", Int32(0)),
    (["{\"var\": \"a\"}", "{\"a\": \"x\\u202ey\\u001b\"}"], "\"x\\u202ey\\u001b\"\n", 0),
    (["--", "-1"], "-1\n", 0),
    (["{\"frobnicate\": 1}"], "{\"error\":{\"type\":\"Unknown Operator\"}}\n", 1),
    (["{\"throw\": \"no\"}"], "{\"error\":{\"type\":\"no\"}}\n", 1),
  ])
  func `the result is JSON, and the status says whether there is one`(
    arguments: [String],
    output: String,
    status: Int32
  ) throws {
    let applied = try Workplace().runBare(["rule", "apply"] + arguments)
    #expect(applied.status == status && applied.text == output)
  }

  @Test func `rules and data come from files and standard input`() throws {
    let place = try Workplace()
    let data = try TextFile.write(Array(#"{"a": [1, 2]}"#.utf8), to: "\(place.home.path)/d.json")
    let applied = try place.runBare(
      ["rule", "apply", "-", "@\(data)"],
      input: Array(#"{"var": "a.1"}"#.utf8)
    )
    #expect(applied.text == "2\n")
    let missing = try place.runBare(["rule", "apply", "@/nowhere.json"])
    #expect(missing.status == 2 && missing.message == "rapport: /nowhere.json: cannot be read\n")
    let damaged = try place.runBare(["rule", "apply", "{\"a\"", "1"])
    #expect(damaged.status == 2 && damaged.message.hasPrefix("rapport: RULE: "))
  }

  @Test func `a rule as deep as a hostile file ends with words`() throws {
    let place = try Workplace()
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let path = try TextFile.write(Array(deep.utf8), to: "\(place.home.path)/deep.json")
    let applied = try place.runBare(["rule", "apply", "@\(path)"])
    #expect([1, 2].contains(applied.status) && !applied.message.isEmpty)
  }

  static let community = "jsonlogic/community"

  /// Every so-many-th case of all suites together.
  static let sample: [(suite: String, test: JSON)] = {
    let index = SharedData.bytes("\(community)/index.json").flatMap { try? JSON(parsing: $0) }
    let cases = (index?.arrayValue ?? []).compactMap(\.stringValue).flatMap { suite in
      let bytes = SharedData.bytes("\(community)/\(suite)")
      let tests = bytes.flatMap { try? JSON(parsing: $0) }?.arrayValue ?? []
      return tests.filter { $0.objectValue != nil }.map { (suite: suite, test: $0) }
    }
    return stride(from: 7, to: cases.count, by: max(1, cases.count / 40)).map { cases[$0] }
  }()

  @Test(.enabled(if: SharedData.exists(community)))
  func `40 cases of the community's suites give what they say`() throws {
    #expect(Self.sample.count >= 40)
    let place = try Workplace()
    for (suite, test) in Self.sample {
      let (rule, data) = (test["rule"] ?? .null, test["data"] ?? .null)
      let applied = try place.runBare(["rule", "apply", "--", rule.compact(), data.compact()])
      let printed = try JSON(parsing: applied.output)
      if let error = test["error"] {
        #expect(applied.status == 1 && printed == ["error": error], "\(suite): \(rule)")
      } else {
        let expected = test["result"] ?? .null
        #expect(applied.status == 0 && printed == expected, "\(suite): \(rule)")
      }
    }
  }
}
