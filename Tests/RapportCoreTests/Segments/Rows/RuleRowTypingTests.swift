import JSONLogic
import Testing

@testable import RapportCore

/// What a condition compares with, as it is typed.
struct RuleRowTypingTests {
  private let wording = Wording(
    languages: ["en"],
    zone: TimeZones.utc,
    today: CalendarDate(daysSinceEpoch: 20_780)
  )

  private func attribute(_ kind: Attribute.Kind) -> Attribute {
    var attribute = Attribute(path: "a.x", label: LocalizedText(["en": "x"]), kind: kind)
    if kind == .choice {
      attribute.choices = [
        .init(value: "ios", label: LocalizedText(["en": "iPhone", "de": "iPhone"])),
        .init(value: "web", label: LocalizedText(["en": "web site"])),
      ]
    }
    return attribute
  }

  private func operands(
    _ comparison: RuleRow.Comparison,
    _ text: String,
    _ kind: Attribute.Kind
  ) -> [JSON]? {
    try? RuleRow(.attribute("a.x"), comparison).operands(typed: text, attribute(kind), wording)
  }

  @Test func `numbers, ranges, days and versions are read`() {
    #expect(operands(.atLeast, "12", .integer) == [12])
    #expect(operands(.between, "10 to 20", .integer) == [10, 20])
    #expect(operands(.between, "10, 20", .integer) == [10, 20])
    #expect(operands(.inside, "1.5 and 2", .number) == [1.5, 2])
    #expect(operands(.between, "2026-01-01 to 2026-06-30", .date) == ["2026-01-01", "2026-06-30"])
    #expect(operands(.withinDays, "90", .date) == [90])
    #expect(operands(.version, ">= 4.2", .version) == [">=", "4.2"])
    #expect(operands(.version, "4.2", .version) == [">=", "4.2"])
  }

  @Test func `choices are read by label, in lists without repeating`() {
    #expect(operands(.equals, "iPhone", .choice) == ["ios"])
    #expect(operands(.oneOf, "web site, ios, iPhone", .choice) == ["web", "ios"])
    #expect(operands(.hasAny, "red, blue", .list) == ["red", "blue"])
  }

  @Test func `a value with a comma is typed in quotes`() {
    let text = #""Washington, D.C.", Berlin"#
    #expect(operands(.oneOf, text, .text) == ["Washington, D.C.", "Berlin"])
    #expect(operands(.hasAny, text, .list) == ["Washington, D.C.", "Berlin"])
    #expect(operands(.hasAny, #""12""#, .list) == ["12"])
  }

  @Test func `any values read back as they are shown, and go on as they are beside others`() throws
  {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let german = Wording(languages: ["de"], zone: TimeZones.utc, today: wording.today)
    let kinds: [Attribute.Kind?] = [.text, .list, .choice, .number, .date, nil]
    for round in 0..<5_000 {
      var values = ListTextTests.list(using: &random).map { JSON.string($0) }
      values += [1.289, 12, "12", "ios"].prefix(Int.random(in: 0...4, using: &random))
      var seen: Set<JSON> = []
      values = values.filter { seen.insert($0).inserted }
      guard !values.isEmpty else { continue }
      let row = RuleRow(.attribute("a.x"), .oneOf, values)
      let kind = kinds[round % kinds.count].map(attribute)
      for wording in [wording, german] {
        let place: Comment = "seed \(seed), round \(round): \(row.typed())"
        #expect(try row.operands(typed: row.typed(), kind, wording) == values, place)
        guard kind == nil || kind?.kind == .text else { continue }
        let more = try row.operands(typed: row.typed() + ", one more", kind, wording)
        #expect(more == values + ["one more"], place)
      }
    }
  }

  @Test func `what cannot be read is refused with what would be right`() {
    for (comparison, text, kind) in [
      (RuleRow.Comparison.atLeast, "many", Attribute.Kind.integer), (.between, "10", .integer),
      (.withinDays, "soon", .date), (.version, "new", .version), (.matches, "(", .text),
      (.atLeast, "  ", .integer), (.equals, "nokia", .choice),
    ] {
      let row = RuleRow(.attribute("a.x"), comparison)
      #expect(throws: AttributeAnswer.Refusal.self, "\(comparison) \(text)") {
        try row.operands(typed: text, attribute(kind), wording)
      }
    }
  }

  @Test func `years and counts compare with numbers whatever the attribute holds`() throws {
    let years = RuleRow(.years("a.x"), .atLeast)
    #expect(try years.operands(typed: "3", attribute(.date), wording) == [3])
    let count = RuleRow(.count("a.x", of: ["red"]), .atLeast)
    #expect(try count.operands(typed: "2", attribute(.list), wording) == [2])
  }

  @Test func `a row is complete when nothing it compares with is missing`() {
    #expect(!RuleRow(.attribute("a.x"), .atLeast).isComplete)
    #expect(RuleRow(.attribute("a.x"), .atLeast, [1]).isComplete)
    #expect(!RuleRow(.attribute("a.x"), .between, [1]).isComplete)
    #expect(RuleRow(.attribute("a.x"), .known).isComplete)
    #expect(!RuleRow(.attribute("a.x"), .oneOf).isComplete)
  }
}
