/// Strings that are known to break programs (the Big List of Naughty Strings).
package enum NaughtyStrings {
  package static let isPresent = SharedData.exists("naughty/blns.json")

  /// All of them; none where the data is not present.
  package static let all: [String] = {
    guard let bytes = SharedData.bytes("naughty/blns.json") else { return [] }
    return strings(String(decoding: bytes, as: UTF8.self))
  }()

  /// The strings of a JSON array of strings, which is all this file is.
  private static func strings(_ json: String) -> [String] {
    var strings: [String] = []
    var units: [UInt16] = []
    var isInside = false
    var rest = Array(json.utf16)[...]
    while let unit = rest.popFirst() {
      switch (isInside, unit) {
      case (false, 0x22): isInside = true
      case (false, _): break
      case (true, 0x22):
        strings.append(String(decoding: units, as: UTF16.self))
        units = []
        isInside = false
      case (true, 0x5C):
        guard let escaped = rest.popFirst() else { return strings }
        if escaped == 0x75 {
          let digits = String(decoding: rest.prefix(4), as: UTF16.self)
          rest = rest.dropFirst(4)
          units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        } else {
          units.append(controls[escaped] ?? escaped)
        }
      default: units.append(unit)
      }
    }
    return strings
  }

  private static let controls: [UInt16: UInt16] = [
    0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]
}
