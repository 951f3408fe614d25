import CPhone

/// How numbers are dialled from within one country.
package struct DialingPlan: Hashable, Sendable {
  /// ISO 3166; nil where the store names none.
  package var country: String?
  /// Digits that lead to the country from outside: `49`; empty where unknown.
  package var countryCode: String
  /// Digit before a national number: `0`; empty where there is none.
  package var trunkPrefix: String

  package init(country: String?) {
    self.country = country?.uppercased()
    countryCode = ""
    trunkPrefix = ""
    guard let country = self.country else { return }
    let code = phone_country_code(country)
    if code > 0 { countryCode = String(code) }
    var prefix: (CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar) = (0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &prefix) { bytes in
      phone_national_prefix(country, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
      trunkPrefix = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
