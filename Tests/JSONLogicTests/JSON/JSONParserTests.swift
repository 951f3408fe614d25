import JSONLogic
import Testing

struct JSONParserTests {
  static let suite = "json-suite/cases"

  @Test(.enabled(if: SharedData.has(suite)))
  func `the minefield suite: y files are read, n files refused, i files do no harm`() throws {
    let names = try SharedData.names(in: Self.suite)
    #expect(names.count == 318)
    for name in names {
      let bytes = try SharedData.bytes("\(Self.suite)/\(name)")
      let options = JSON.ParsingOptions(duplicateKeys: .keepLast)
      let value = try? JSON(parsing: bytes, options: options)
      if name.hasPrefix("y_") { #expect(value != nil, "\(name)") }
      if name.hasPrefix("n_") { #expect(value == nil, "\(name)") }
      if let value {
        #expect(try JSON(parsing: value.canonical()) == value, "\(name)")
        #expect(try JSON(parsing: value.compact(escaping: .terminal)) == value, "\(name)")
      }
    }
  }

  @Test(arguments: [
    (#"{"a": 1,}"#, "line 1, column 9: a comma before }; remove the last comma of the object"),
    (#"{"a" 1}"#, "line 1, column 6: 1 after a key; write a colon between key and value"),
    (
      "[1\n 2]", "line 2, column 2: 2 in a list; write a comma before the next item, or ] to end it"
    ),
    (#"{"a":1,"a":2}"#, #"line 1, column 8: the key "a" is there twice; keep one of the two"#),
    ("tru", "line 1, column 1: an unknown word; did you mean true, or text in double quotes"),
    (
      "[1] x",
      "line 1, column 5: x after the end of the value; a file holds one value; remove the rest"
    ),
    ("01", "line 1, column 1: a number with leading zeros; remove them, or write text"),
    (
      "1e999",
      "line 1, column 1: a number beyond the range of a double; write it as text, or smaller than 1.8e308"
    ),
    ("[\"é\", 'b']", "line 1, column 7: text stands in single quotes; write it in double quotes"),
    ("", "line 1, column 1: there is nothing here; write a value, such as {} or null"),
    (
      #""\ud800""#,
      #"line 1, column 2: half a surrogate pair, which is no character; write both halves, such as \ud83d\ude00, or the character itself"#
    ),
  ])
  func `an error names line, column, fault and remedy`(text: String, message: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
    #expect(error?.description == message)
  }

  @Test func `invalid UTF-8 is refused at its byte`() {
    let bytes: [UInt8] = Array("[\"é".utf8) + [0xC0, 0xAF] + Array("\"]".utf8)
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: bytes) }
    #expect(error?.offset == 4)
  }

  @Test func `a byte order mark is skipped and moves no column`() throws {
    #expect(try JSON(parsing: "\u{FEFF}[1]") == [1])
    let error = #expect(throws: JSONSyntaxError.self) { try JSON(parsing: "\u{FEFF}[x]") }
    #expect(error?.column == 2)
    #expect(error?.offset == 4)
  }

  @Test func `nesting is bounded and a million brackets do no harm`() throws {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSON(parsing: deep).arrayValue?.count == 1)
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: "[" + deep + "]") }
    #expect(throws: JSONSyntaxError.self) {
      try JSON(
        parsing: String(repeating: "{\"a\":[", count: 1_000_000),
        options: .init(maximumDepth: .max)
      )
    }
  }

  @Test func `mutated documents never trap and what is read survives a round trip`() throws {
    let seed: UInt64 = 20_261_122
    var random = SplitMix64(seed: seed)
    let document = Array(
      #"{"id":"C-1","n":[0,-1.5e3,12345678901234567890],"t":"a\"\\\u00e9é😀\n","o":{"x":null,"y":[true,false,{}]}}"#
        .utf8
    )
    for round in 0..<8_000 {
      var bytes = document
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(random.pick(document), at: place)
        default: bytes.remove(at: place)
        }
      }
      guard let value = try? JSON(parsing: bytes) else { continue }
      #expect(try JSON(parsing: value.compact()) == value, "seed \(seed), round \(round)")
    }
  }
}
