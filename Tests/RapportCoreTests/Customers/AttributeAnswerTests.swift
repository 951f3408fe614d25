import JSONLogic
import Testing

@testable import RapportCore

struct AttributeAnswerTests {
  private func attribute(_ kind: Attribute.Kind) -> Attribute {
    var attribute = Attribute(path: "x.y", label: LocalizedText(["en": "y"]), kind: kind)
    if kind == .choice {
      attribute.choices = [
        .init(value: "ios", label: LocalizedText(["en": "iPhone", "de": "iPhone oder iPad"])),
        .init(value: "android", label: LocalizedText(["en": "Android"])),
      ]
    }
    return attribute
  }

  @Test(arguments: [
    (Attribute.Kind.text, " x ", #""x""#), (.integer, "14", #"14"#),
    (.integer, "12,840", #"12840"#),
    (.integer, "-3", #"-3"#), (.number, "1,289.5", #"1289.5"#), (.number, "1.289,5", #"1289.5"#),
    (.number, "12.5 %", #"12.5"#), (.boolean, "Ja", #"true"#), (.boolean, "n", #"false"#),
    (.date, "2026-10-02", #""2026-10-02""#), (.date, "2.10.2026", #""2026-10-02""#),
    (.date, "2.10.26", #""2026-10-02""#), (.date, "today", #""2026-11-22""#),
    (.date, "3 weeks ago", #""2026-11-01""#), (.date, "vor 1 Monat", #""2026-10-22""#),
    (.date, "2 October 2026", #""2026-10-02""#), (.date, "Oct 2nd", #""2026-10-02""#),
    (.date, "24. Dezember", #""2025-12-24""#), (.date, "13/10/2026", #""2026-10-13""#),
    (.date, "10/13/2026", #""2026-10-13""#), (.date, "29.2.2024", #""2024-02-29""#),
    (.choice, "IOS", #""ios""#), (.choice, "iphone oder ipad", #""ios""#),
    (.choice, "2", #""android""#),
    (.list, "a, b;a,,", #"["a", "b"]"#), (.version, "4.2", #""4.2""#),
  ])
  func `an answer is read as people give it`(
    kind: Attribute.Kind,
    text: String,
    value: String
  ) throws {
    let read = try AttributeAnswer.parse(text, for: attribute(kind), CustomerTests.wording())
    #expect(read == (try JSON(parsing: value)))
  }

  @Test(arguments: [
    (Attribute.Kind.text, "  ", "the answer is empty"),
    (.integer, "12.5", "a whole number is wanted, such as 12"),
    (.integer, "many", "a whole number is wanted, such as 12"),
    (.number, "1e999", "a number is wanted, such as 12.5"),
    (.boolean, "perhaps", "yes or no is wanted"),
    (.date, "30.2.2026", "a date is wanted, such as 2026-11-22, yesterday or 3 weeks ago"),
    (.choice, "Andriod", "\"Andriod\" is no choice; did you mean \"Android\"?"),
    (.choice, "9", "\"9\" is no choice; choose one of iPhone, Android"),
    (.version, "latest", "a version is wanted, such as 4.2.1"),
    (.list, ",;", "values are wanted, with commas between them"),
  ])
  func `what cannot be read is answered with what would be right`(
    kind: Attribute.Kind,
    text: String,
    sentence: String
  ) {
    let refusal = #expect(throws: AttributeAnswer.Refusal.self) {
      try AttributeAnswer.parse(text, for: attribute(kind), CustomerTests.wording())
    }
    #expect(refusal?.description == sentence)
  }

  @Test func `three digits after a comma are thousands in English and a fraction in German`() throws
  {
    let number = attribute(.number)
    #expect(try AttributeAnswer.parse("1,289", for: number, CustomerTests.wording()) == 1289)
    #expect(try AttributeAnswer.parse("1,289", for: number, CustomerTests.wording(["de"])) == 1.289)
    #expect(try AttributeAnswer.parse("1.289", for: number, CustomerTests.wording(["de"])) == 1289)
  }
}
