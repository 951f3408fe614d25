import JSONLogic
import RapportCore
import Testing

struct NarrowingQuestionTests {
  private static let postcode = attribute("geographic.postcode")
  private static let city = attribute("geographic.city")

  private static func attribute(_ path: String) -> Attribute {
    Attribute(path: path, label: LocalizedText(["en": path]), kind: .text)
  }

  private func hits(
    _ count: Int,
    found field: String = "name",
    _ record: (Int) -> JSONObject
  ) throws -> [Hit] {
    try (0..<count).map { number in
      var fields = record(number)
      fields["id"] = .string("C-\(number)")
      let customer = try #require(Customer(record: fields))
      let word = Hit.Word(word: "a", field: field, quality: .prefix, text: "a")
      return Hit(customer: customer, words: [word], matched: field, quality: .prefix)
    }
  }

  @Test func `what has the most different answers is asked for`() throws {
    let many = try hits(40) {
      ["geographic": ["city": .string($0 % 2 == 0 ? "Ulm" : "Bonn"), "postcode": JSON($0 / 2)]]
    }
    let question = NarrowingQuestion(many, attributes: [Self.city, Self.postcode])
    #expect(question?.field == "geographic.postcode")
    #expect(abs((question?.bits ?? 0) - 4.3219) < 0.001)
  }

  @Test func `an earlier field is preferred to a later one that tells hardly more`() throws {
    let many = try hits(40) {
      ["geographic": ["postcode": JSON($0 / 2)], "emails": [.string("\($0)@example.org")]]
    }
    let question = NarrowingQuestion(many, attributes: [Self.postcode])
    #expect(question?.field == "geographic.postcode")
  }

  @Test func `who has no value is not told apart by it`() throws {
    let many = try hits(40) { number in
      var record: JSONObject = ["phones": [.string("+49 30 \(number)")]]
      if number < 8 { record["geographic"] = ["postcode": JSON(number)] }
      return record
    }
    #expect(NarrowingQuestion(many, attributes: [Self.postcode])?.field == "phone")
  }

  @Test func `what they were found by, or what all have, is not asked for`() throws {
    let found = try hits(40, found: "geographic.postcode") {
      ["geographic": ["postcode": JSON($0)], "company": "ACME"]
    }
    #expect(NarrowingQuestion(found, attributes: [Self.postcode]) == nil)
    #expect(NarrowingQuestion([], attributes: [Self.postcode]) == nil)
  }
}
