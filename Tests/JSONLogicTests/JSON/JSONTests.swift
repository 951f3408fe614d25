import JSONLogic
import Testing

struct JSONTests {
  @Test func `canonical text has the layout of jq`() throws {
    let value = try JSON(parsing: #"{"b":[1,{"d":[],"c":{}}],"a":"é\u007f/","B":null}"#)
    #expect(
      value.canonical() == """
        {
          "B": null,
          "a": "é\\u007f/",
          "b": [
            1,
            {
              "c": {},
              "d": []
            }
          ]
        }

        """
    )
    #expect(value.compact() == #"{"b":[1,{"d":[],"c":{}}],"a":"é\u007f/","B":null}"#)
  }

  @Test func `terminal escaping hides nothing from a reader and everything from a terminal`() throws
  {
    let value: JSON = "a\u{1B}[31m\u{9B}\u{200B}\u{202E}\u{E0041}é"
    let text = value.compact(escaping: .terminal)
    #expect(text == #""a\u001b[31m\u009b\u200b\u202e\udb40\udc41é""#)
    #expect(try JSON(parsing: text) == value)
  }

  @Test func `objects are equal in any order and keep theirs`() throws {
    let left: JSON = ["a": 1, "b": [true, nil]]
    let right: JSON = ["b": [true, nil], "a": 1]
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(right.objectValue?.keys == ["b", "a"])
  }

  @Test func `texts are equal byte by byte`() {
    let composed: JSON = "\u{E9}"
    let decomposed: JSON = "e\u{301}"
    #expect(composed != decomposed)
    let object: JSON = ["\u{E9}": 1, "e\u{301}": 2, "\u{212B}": 3, "A\u{30A}": 4]
    #expect(object.objectValue?.count == 4)
    #expect(object["A\u{30A}"] == 4)
  }

  @Test(arguments: [3, 16, 17, 40, 1_000])
  func `an object behaves as a dictionary with an order`(size: Int) {
    var random = SplitMix64(seed: UInt64(size))
    var object = JSONObject()
    var twin: [(String, JSON)] = []
    for round in 0..<(size * 4) {
      let key = "key \(Int.random(in: 0..<size, using: &random))"
      let place = twin.firstIndex { $0.0 == key }
      if random.once(in: 4) {
        object[key] = nil
        if let place { twin.remove(at: place) }
      } else {
        object[key] = JSON(round)
        if let place { twin[place].1 = JSON(round) } else { twin.append((key, JSON(round))) }
      }
      #expect(object[key] == twin.first { $0.0 == key }?.1)
    }
    #expect(object.keys == twin.map(\.0))
    #expect(object.values == twin.map(\.1))
  }

  @Test func `values are reached by key, position, pointer and dotted path`() {
    var value: JSON = ["a": ["b/c": [1, ["~": "deep"]]], "flag": true]
    #expect(value["a"]?["b/c"]?[1]?["~"]?.stringValue == "deep")
    #expect(JSONPointer(parsing: "/a/b~1c/1/~0").flatMap { value[$0] } == "deep")
    #expect(JSONPointer(["a", "b/c"]).appending(1).appending("~").description == "/a/b~1c/1/~0")
    #expect(JSONPointer(parsing: "a") == nil)
    #expect(JSONPointer(parsing: "/~2") == nil)
    #expect(value[JSONPointer(["a", "b/c", "01"])] == nil)
    #expect(value[JSONPointer()] == value)
    #expect(value.value(at: "a.b/c.0") == 1)
    #expect(value.value(at: "a.b/c.x") == nil)
    #expect(value.value(at: "") == value)
    value["a"] = nil
    value["n"] = 1.5
    #expect(value == ["flag": true, "n": 1.5])
  }
}
