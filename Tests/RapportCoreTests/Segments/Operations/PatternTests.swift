import Testing

@testable import RapportCore

struct PatternTests {
  @Test func `the whole value has to match`() throws {
    let order = try Pattern("[A-Z]{2}-[0-9]{6}")
    #expect(order.matches("AB-123456"))
    #expect(!order.matches("xAB-123456"))
    #expect(!order.matches("AB-1234567"))
    #expect(try Pattern("").matches(""))
    #expect(try Pattern("\\pL+").matches("Žofie"))
  }

  @Test func `values in pasted text are found between characters that are no part of words`() throws
  {
    let order = try Pattern("[A-Z]{2}-[0-9]{6}")
    let text = "My orders AB-123456 AB-654321, (CD-111111) and xAB-123456 or AB-1234567. EF-222222"
    #expect(order.occurrences(in: text) == ["AB-123456", "AB-654321", "CD-111111", "EF-222222"])
    #expect(try Pattern("[0-9]+").occurrences(in: "é1 日2日 3") == ["3"])
    #expect(try Pattern("a*").occurrences(in: "b aa") == ["aa"])
    #expect(try Pattern("(x)|y").occurrences(in: "y x") == ["y", "x"])
    #expect(order.occurrences(in: "").isEmpty)
  }

  @Test(arguments: ["(", "a)(b", "[", "(?<=x)y", "\\1", "a{1001}"])
  func `a malformed pattern says why`(pattern: String) {
    let error = #expect(throws: Pattern.Malformed.self) { try Pattern(pattern) }
    #expect(error?.description.isEmpty == false)
  }

  @Test func `a pattern that is too long, and one made to be slow, do no harm`() throws {
    #expect(throws: Pattern.Malformed.self) { try Pattern(String(repeating: "a", count: 1001)) }
    let evil = try Pattern("(a+)+$")
    #expect(!evil.matches(String(repeating: "a", count: 100_000) + "b"))
  }
}
