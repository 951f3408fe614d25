/// Writes JSON Lines straight to bytes: a million records must stream in seconds.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// One record a line.
  mutating func line(_ body: (inout RecordWriter) -> Void) {
    object(body)
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A line that is JSON already.
  mutating func line(raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func object(_ key: StaticString, _ body: (inout RecordWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// An object that is left out where `body` writes nothing.
  mutating func objectIfAny(_ key: StaticString, _ body: (inout RecordWriter) -> Void) {
    let (length, comma) = (bytes.count, needsComma)
    self.key(key)
    bytes.append(UInt8(ascii: "{"))
    let start = bytes.count
    needsComma = false
    body(&self)
    guard bytes.count > start else {
      bytes.removeLast(bytes.count - length)
      needsComma = comma
      return
    }
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func field(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  mutating func entry(_ key: String, _ value: Int) {
    separator()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    raw(String(value))
    needsComma = true
  }

  mutating func entry(_ key: String, _ value: String) {
    separator()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    string(value)
    needsComma = true
  }

  mutating func field(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    raw(String(value))
  }

  mutating func field(_ key: StaticString, _ value: Bool?) {
    guard let value else { return }
    self.key(key)
    raw(value ? "true" : "false")
  }

  mutating func field(_ key: StaticString, _ values: [String]?) {
    guard let values else { return }
    self.key(key)
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      string(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func field(_ key: StaticString, day: CivilDay?) {
    guard let day else { return }
    self.key(key)
    quoted { day.append(to: &$0) }
  }

  mutating func entry(_ key: String, day: CivilDay) {
    separator()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    quoted { day.append(to: &$0) }
    needsComma = true
  }

  mutating func field(_ key: StaticString, instant: Int) {
    self.key(key)
    quoted { CivilDay.append(instant: instant, to: &$0) }
  }

  /// A number written as given.
  mutating func field(_ key: StaticString, number: StaticString) {
    self.key(key)
    number.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Money as a number of JSON, such as 1289.5.
  mutating func field(_ key: StaticString, cents: Int?) {
    guard let cents else { return }
    self.key(key)
    raw(String(cents / 100))
    guard cents % 100 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(cents % 100 / 10))
    if cents % 10 != 0 { bytes.append(UInt8(ascii: "0") + UInt8(cents % 10)) }
  }

  /// Money as a decimal string, such as "49.00".
  mutating func field(_ key: StaticString, amount cents: Int) {
    self.key(key)
    quoted { bytes in
      bytes.append(contentsOf: String(cents / 100).utf8)
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(cents % 100 / 10))
      bytes.append(UInt8(ascii: "0") + UInt8(cents % 10))
    }
  }

  mutating func key(_ key: StaticString) {
    separator()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = true
  }

  private mutating func object(_ body: (inout RecordWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  private mutating func separator() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quoted(_ body: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    body(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Our own texts hold no control characters, so that only these two need an escape.
  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
