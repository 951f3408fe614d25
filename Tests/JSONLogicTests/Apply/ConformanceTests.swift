import JSONLogic
import Testing

/// The suites that engines in all languages are measured by.
struct ConformanceTests {
  static let folder = "jsonlogic"
  static let community = "\(folder)/community"

  static let suites: [String] = {
    guard let bytes = try? SharedData.bytes("\(community)/index.json"),
      let names = try? JSON(parsing: bytes).arrayValue
    else { return [] }
    return names.compactMap(\.stringValue)
  }()

  @Test(.enabled(if: SharedData.has(community)))
  func `the community's index lists 1,138 cases`() throws {
    let counts = try Self.suites.map { try Self.cases(in: "\(Self.community)/\($0)").count }
    #expect(counts.reduce(0, +) == 1_138)
  }

  @Test(.enabled(if: SharedData.has(community)), arguments: suites)
  func `a community suite passes`(suite: String) throws {
    for (index, test) in try Self.cases(in: "\(Self.community)/\(suite)").enumerated() {
      let outcome = Self.outcome(of: test["rule"] ?? nil, on: test["data"] ?? nil)
      let expected: JSON = test["error"].map { ["error": $0] } ?? ["result": test["result"] ?? nil]
      #expect(outcome == expected, "\(suite) #\(index): \(test["rule"] ?? nil)")
    }
  }

  @Test(.enabled(if: SharedData.has(folder)))
  func `compatible.json passes, all 278`() throws {
    let cases = try Self.cases(in: "\(Self.folder)/compatible.json")
    #expect(cases.count == 278)
    for (index, test) in cases.enumerated() {
      let outcome = Self.outcome(of: test["rule"] ?? nil, on: test["data"] ?? nil)
      #expect(outcome == ["result": test["result"] ?? nil], "#\(index): \(test["rule"] ?? nil)")
    }
  }

  @Test(.enabled(if: SharedData.has(folder)))
  func `classic-tests.json passes, all 275`() throws {
    let bytes = try SharedData.bytes("\(Self.folder)/classic-tests.json")
    let rows = try #require(JSON(parsing: bytes).arrayValue).compactMap(\.arrayValue)
    #expect(rows.count == 275)
    for (index, row) in rows.enumerated() {
      let outcome = Self.outcome(of: row[0], on: row[1])
      #expect(outcome == ["result": row[2]], "#\(index): \(row[0])")
    }
  }

  /// The cases of a suite; texts between them are headings.
  static func cases(in path: String) throws -> [JSON] {
    let suite = try JSON(parsing: SharedData.bytes(path))
    return suite.arrayValue?.filter { $0.objectValue != nil } ?? []
  }

  static func outcome(of rule: JSON, on data: JSON) -> JSON {
    do {
      return ["result": try Rule(rule).apply(to: data)]
    } catch let failure as RuleFailure {
      return ["error": failure.error]
    } catch {
      return ["refused": .string("\(error)")]
    }
  }
}
