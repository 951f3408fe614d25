import JSONLogic
import Testing

struct JSONNumberTests {
  @Test(arguments: [
    ("12", "12"), ("12.0", "12"), ("-0", "-0"), ("0.1", "0.1"), ("1e2", "100"), ("1E-7", "1e-7"),
    ("0.000001", "0.000001"), ("1e21", "1e+21"), ("123e18", "123000000000000000000"),
    ("1.5e300", "1.5e+300"), ("9007199254740993", "9007199254740993"),
    ("12345678901234567890", "12345678901234567890"),
    ("0.10000000000000000001", "0.10000000000000000001"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"), ("5e-324", "5e-324"), ("-1.25", "-1.25"),
    ("100000000000000000000", "100000000000000000000"), ("123456789.123", "123456789.123"),
  ])
  func `a number prints as ECMAScript does, with the digits a double would lose`(
    written: String,
    printed: String
  ) throws {
    #expect(try JSON(parsing: written).compact() == printed)
  }

  @Test func `random doubles and integers read back the same`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<8_000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      #expect(try JSON(parsing: JSON(double).compact()).doubleValue == double)
      let short = (Double(Int64.random(in: -10_000_000...10_000_000, using: &random)) / 1_000)
      #expect(try JSON(parsing: short.description) == JSON(short))
      let integer = Int(truncatingIfNeeded: random.next())
      #expect(try JSON(parsing: String(integer)).intValue == integer)
      #expect(JSON(integer).compact() == String(integer))
    }
  }

  @Test func `equality and order are exact where doubles are not`() throws {
    let small = try JSON(parsing: "9007199254740992")
    let large = try JSON(parsing: "9007199254740993")
    #expect(small != large)
    #expect(JSONNumber(9_007_199_254_740_992) < JSONNumber(9_007_199_254_740_993))
    #expect(try JSON(parsing: "1.0") == 1)
    #expect(try JSON(parsing: "100000000000000000001") == JSON(parsing: "100000000000000000001.0"))
  }
}
