import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct PhoneNumberTests {
  @Test(.enabled(if: SharedData.has("phone/example_numbers.json")))
  func `the world's example numbers are read in all their forms`() throws {
    let data = try JSON(parsing: SharedData.bytes("phone/example_numbers.json"))
    var forms = 0
    var wrong: [String] = []
    for example in data["examples"]?.arrayValue ?? [] {
      let region = example["region"]?.stringValue
      let e164 = try #require(example["e164"]?.stringValue)
      for form in ["e164", "national", "international", "rfc3966"] {
        let text = try #require(example[form]?.stringValue)
        forms += 1
        if PhoneNumber(parsing: text, country: region)?.e164 != e164 {
          wrong.append("\(text) \(e164)")
        }
      }
    }
    #expect(forms == 5496)
    // The installed numbering plans are older than the examples.
    #expect(wrong.count < 30, "\(wrong)")
  }

  @Test(.enabled(if: SharedData.has("phone/example_numbers.json")))
  func `the world's example numbers are found in all their forms, however they are stored`() throws
  {
    let data = try JSON(parsing: SharedData.bytes("phone/example_numbers.json"))
    let forms = ["e164", "national", "international", "rfc3966"]
    var wrong: [String] = []
    for example in data["examples"]?.arrayValue ?? [] {
      let texts = forms.compactMap { example[$0]?.stringValue }
      let plan = DialingPlan(country: example["region"]?.stringValue)
      for query in texts {
        let pattern = PhonePattern(
          query.hasPrefix("tel:") ? String(query.dropFirst(4)) : query,
          plan: plan
        )
        let whole = (pattern?.patterns ?? []).filter { $0.quality == .exact }.map(\.digits)
        for stored in texts.prefix(3) where !whole.contains(PhoneDigits.digits(of: stored)) {
          wrong.append("\(stored) by \(query)")
        }
      }
    }
    // The installed numbering plans are older than the examples.
    #expect(wrong.count < 60, "\(wrong.count): \(wrong)")
  }

  @Test(.enabled(if: SharedData.has("phone/example_numbers.json")))
  func `numbers that cannot be are not valid`() throws {
    let data = try JSON(parsing: SharedData.bytes("phone/example_numbers.json"))
    let invalid = data["invalid"]?.arrayValue ?? []
    let valid = invalid.filter { example in
      let number = PhoneNumber(
        parsing: example["e164"]?.stringValue ?? "",
        country: example["region"]?.stringValue
      )
      return number?.isValid ?? false
    }
    #expect(invalid.count == 245)
    #expect(valid.count < 10, "\(valid.map(\.description))")
  }

  @Test(arguments: [
    ("+49 (0)30 / 90-18 20", "+4930901820"), ("0049 30 901820", "+4930901820"),
    ("030/901820", "030901820"), ("tel:+49-30-901820;ext=5", "+4930901820"),
    ("801-555-0142 ext 5", "8015550142"), ("no number", ""), ("00", "+"),
  ])
  func `a stored number becomes digits`(number: String, digits: String) {
    #expect(String(decoding: PhoneDigits.digits(of: number), as: UTF8.self) == digits)
  }

  @Test func `a plan knows what is dialled first`() {
    #expect(DialingPlan(country: "de").countryCode == "49")
    #expect(DialingPlan(country: "DE").trunkPrefix == "0")
    #expect(DialingPlan(country: "nowhere") == DialingPlan(country: "NOWHERE"))
    #expect(DialingPlan(country: nil).countryCode.isEmpty)
  }
}
