import CPhone

/// A telephone number as libphonenumber reads it.
package struct PhoneNumber: Hashable, Sendable {
  /// Country code and national number, digits only: `4930901820`.
  package var international: String
  /// The national significant number, digits only: `30901820`.
  package var national: String
  /// As it is dialled within its country, digits only: `030901820`.
  package var dialled: String
  package var countryCode: Int
  /// Whether such a number could have been given out by its length, and by its leading digits too.
  package var isPossible: Bool
  package var isValid: Bool

  /// As ITU-T E.164 writes it: `+4930901820`.
  package var e164: String { "+" + international }

  /// Reads a number as people write it, with or without country code.
  ///
  /// Nil where it is none. The first call of a process reads the numbering plans of the world, which
  /// takes some milliseconds.
  ///
  /// - Parameters:
  ///   - text: e.g. `030/90 18 20`; what is longer than 250 bytes is no number.
  ///   - country: the ISO 3166 code of the country in which it may be national.
  package init?(parsing text: String, country: String?) {
    var number = phone_number()
    var text = text
    let isNumber = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        phone_parse($0.baseAddress, $0.count, country?.uppercased() ?? "", &number)
      }
    }
    guard isNumber else { return nil }
    international = withUnsafeBytes(of: number.international) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    national = withUnsafeBytes(of: number.national) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    dialled = withUnsafeBytes(of: &number.dialled) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    countryCode = Int(number.country_code)
    isPossible = number.is_possible
    isValid = number.is_valid
  }
}
