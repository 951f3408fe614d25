import JSONLogic
import Testing

@testable import RapportCore

struct RuleOperationsTests {
  private func apply(_ rule: JSON, today: String = "2026-11-22") throws -> JSON {
    let operations = RuleOperations.bound(
      today: try #require(CalendarDate(parsing: today)),
      zone: try #require(TimeZones.zone("Europe/Berlin"))
    )
    return try Rule(rule, operations: RuleOperations.names).apply(
      to: JSON.null,
      operations: operations
    )
  }

  @Test(arguments: [
    ("2026-11-22", 0, true), ("2026-08-24", 90, true), ("2026-08-23", 90, false),
    ("2026-11-23", 90, false), ("2026-11-22T22:59:59Z", 0, true),
    ("2026-11-22T23:00:00Z", 0, false),
    ("2026-11-20T23:30:00Z", 1, true), ("2026-02-30", 90, nil), ("soon", 90, nil),
  ])
  func `within_days counts calendar days of the store's zone`(
    date: String,
    days: Int,
    expected: Bool?
  ) throws {
    let result = try apply(["within_days": [.string(date), JSON(days)]])
    #expect(result == (expected.map { JSON.bool($0) } ?? .null))
  }

  /// Berlin's days: 29 March 2026 has 23 hours, 25 October 25.
  @Test(arguments: [
    ("2026-03-28T22:59:59Z", "2026-03-29", 0, false),
    ("2026-03-28T23:00:00Z", "2026-03-29", 0, true),
    ("2026-03-29T21:59:59Z", "2026-03-29", 0, true),
    ("2026-03-29T22:00:00Z", "2026-03-29", 0, false),
    ("2026-10-24T22:00:00Z", "2026-10-25", 0, true),
    ("2026-10-25T22:59:59Z", "2026-10-25", 0, true),
    ("2026-10-25T23:00:00Z", "2026-10-25", 0, false), ("2026-03-28", "2026-03-30", 2, true),
    ("2026-03-28", "2026-03-30", 1, false), ("2025-12-31", "2026-01-01", 0, false),
    ("2025-12-31", "2026-01-01", 1, true), ("2025-12-31T23:00:00Z", "2026-01-01", 0, true),
    ("2024-02-29", "2025-03-01", 366, true), ("2024-02-29", "2025-03-01", 365, false),
  ])
  func `days begin at midnight on the store's clock, whatever their length`(
    date: String,
    today: String,
    days: Int,
    expected: Bool
  ) throws {
    let result = try apply(["within_days": [.string(date), JSON(days)]], today: today)
    #expect(result == .bool(expected))
  }

  @Test(arguments: [
    ("2004-02-29", "2026-02-28", 21), ("2004-02-29", "2024-02-29", 20),
    ("2003-12-31", "2026-01-01", 22), ("2004-02-29", "2026-03-01", 22),
    ("2026-11-22", "2026-11-22", 0), ("2026-11-23", "2026-11-22", nil),
  ])
  func `age_years counts completed years`(birth: String, today: String, years: Int?) throws {
    #expect(
      try apply(["age_years": .string(birth)], today: today) == (years.map { JSON($0) } ?? .null)
    )
  }

  @Test(arguments: [
    (#"{"starts_with": ["e-city", "e-"]}"#, "true"), (#"{"starts_with": ["City", "c"]}"#, "false"),
    (#"{"ends_with": ["a.org", ".org"]}"#, "true"),
    (#"{"icontains": ["Große Straße", "STRASSE"]}"#, "false"),
    (#"{"icontains": ["Berlin Mitte", "mitte"]}"#, "true"),
    (#"{"icontains": [["Gold", "vip"], "VIP"]}"#, "true"), (#"{"icontains": [5, "x"]}"#, "null"),
    (#"{"matches": ["AB-1", "[A-Z]+-\\d"]}"#, "true"),
    (#"{"matches": ["xAB-1", "[A-Z]+-\\d"]}"#, "false"), (#"{"matches": ["x", "("]}"#, "null"),
    (#"{"starts_with": [null, "x"]}"#, "null"), (#"{"sem_ver": ["4.2.1", "<", "4.10.0"]}"#, "true"),
    (#"{"sem_ver": ["4.2", ">=", "4.2.0"]}"#, "true"),
    (#"{"sem_ver": ["4.2.9", "~", "4.2.1"]}"#, "true"),
    (#"{"sem_ver": ["4.3.0", "~", "4.2.1"]}"#, "false"),
    (#"{"sem_ver": ["4.3.0", "^", "4.2.1"]}"#, "true"),
    (#"{"sem_ver": ["1.0.0+a", "==", "1.0.0+b"]}"#, "true"),
    (#"{"sem_ver": ["1.0.0-rc.1", "<", "1.0.0"]}"#, "true"),
    (#"{"sem_ver": ["1.0.0-rc.10", ">", "1.0.0-rc.9"]}"#, "true"),
    (#"{"sem_ver": ["1.0.0-rc.1+b", "!=", "1.0.0-rc.1"]}"#, "false"),
    (#"{"matches": ["AB-1\n", "[A-Z]+-\\d"]}"#, "false"),
    (#"{"matches": ["ab", "a|ab"]}"#, "true"), (#"{"matches": ["x\na", "x.a"]}"#, "false"),
    (#"{"sem_ver": ["x", "<", "1.0.0"]}"#, "null"),
    (#"{"sem_ver": ["1.0.0", "<>", "1.0.0"]}"#, "null"),
    (#"{"count_where": [[1, 5, 7], {">": [{"var": ""}, 4]}]}"#, "2"),
    (#"{"in_segment": "x"}"#, "null"),
  ])
  func `the added operations are total`(rule: String, result: String) throws {
    #expect(try apply(JSON(parsing: rule)).compact() == result)
  }

  @Test func `no operands whatsoever make one trap`() throws {
    var generator = SplitMix64(seed: 13)
    let values: [JSON] = [
      nil, true, 0, -1.5, 1e300, "", "x", "2026-02-29", "2024-02-29", [], [[]], ["a"], "9999-12-31",
      "0000-01-01", "-999999999999999999999",
    ]
    for _ in 0..<5000 {
      let names = RuleOperations.names.names.filter { $0 != "count_where" }
      let name = names[Int.random(in: names.indices, using: &generator)]
      let operands = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        JSON.object(["preserve": values[Int.random(in: values.indices, using: &generator)]])
      }
      _ = try apply([name: .array(operands)])
    }
  }
}
