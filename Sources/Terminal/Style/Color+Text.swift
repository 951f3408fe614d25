extension Color {
  /// Reads `default`, `#rrggbb`, `ansi:0`-`ansi:15`, `index:0`-`index:255`, or an ANSI name such
  /// as `red` and `bright-red`.
  package init?(_ text: String) {
    if text == "default" {
      self = .terminalDefault
    } else if text.hasPrefix("#"), text.utf8.count == 7, text.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
    } else if text.hasPrefix("ansi:"), let number = UInt8(text.dropFirst(5)), number < 16 {
      self = .ansi(number)
    } else if text.hasPrefix("index:"), let number = UInt8(text.dropFirst(6)) {
      self = .indexed(number)
    } else if let number = Self.ansiNames.firstIndex(of: text) {
      self = .ansi(UInt8(number))
    } else {
      return nil
    }
  }

  /// The names of the 16 ANSI colours, by number.
  package static let ansiNames: [String] = {
    let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return names + names.map { "bright-\($0)" }
  }()
}
