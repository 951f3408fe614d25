import JSONLogic
import Testing

@testable import RapportCore

struct AttributeValueTests {
  @Test(arguments: [
    (14.0, "14"), (1289.5, "1289.5"), (12840, "12,840"), (1_000_000, "1,000,000"), (0.005, "0.01"),
    (-2.25, "-2.25"), (-0.001, "0"), (0, "0"), (1e20, "100000000000000000000"),
    (9999.999, "10,000"),
  ])
  func `numbers are written as people do`(value: Double, words: String) {
    #expect(NumberWords.words(value) == words)
  }

  @Test func `a value is put into the words of the catalog`() throws {
    let wording = try CustomerTests.wording(["de", "en"])
    var device = Attribute(path: "t.d", label: LocalizedText(["en": "device"]), kind: .choice)
    device.choices = [.init(value: "ios", label: LocalizedText(["en": "iPhone", "de": "Apfel"]))]
    var spend = Attribute(path: "b.s", label: LocalizedText(["en": "spend"]), kind: .number)
    spend.unit = LocalizedText(["en": "EUR"])
    let date = Attribute(path: "b.l", label: LocalizedText(["en": "last"]), kind: .date)
    #expect(AttributeValue("ios", of: device).words(wording) == "Apfel")
    #expect(AttributeValue("other", of: device).words(wording) == "other")
    #expect(AttributeValue(1289.5, of: spend).words(wording) == "1289.5 EUR")
    var tenure = Attribute(path: "b.t", label: LocalizedText(["en": "tenure"]), kind: .integer)
    tenure.unit = LocalizedText(["en": "months"])
    #expect(AttributeValue(1, of: tenure).words(wording) == "1 month")
    #expect(AttributeValue(2, of: tenure).words(wording) == "2 months")
    #expect(AttributeValue(1, of: spend).words(wording) == "1 EUR")
    #expect(AttributeValue("2026-10-02", of: date).words(wording) == "2 Oct 2026")
    #expect(AttributeValue("2026-10-02T23:30:00Z", of: date).words(wording) == "3 Oct 2026")
    #expect(AttributeValue(true, of: nil).words(wording) == "yes")
    #expect(AttributeValue(["a", "b"], of: nil).words(wording) == "a, b")
    #expect(AttributeValue([], of: nil).words(wording) == "none")
    #expect(AttributeValue("", of: nil).words(wording) == "blank")
  }
}
