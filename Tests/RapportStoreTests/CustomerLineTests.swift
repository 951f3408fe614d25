import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct CustomerLineTests {
  private let fields = SearchedFields(attributes: ["geographic.postcode"])

  private func read(
    _ line: [UInt8]
  ) -> (outcome: CustomerLine, values: [(field: UInt8, text: [UInt8])]) {
    var reader = CustomerLineReader(fields)
    let padded = line + Array(repeating: 0, count: LineScanner.padding)
    let outcome = padded.withUnsafeBufferPointer {
      reader.read(UnsafeBufferPointer(rebasing: $0[..<line.count]))
    }
    let values = (0..<UInt8(fields.names.count)).flatMap { field in
      var own: [(field: UInt8, text: [UInt8])] = []
      reader.values.withEach(of: field) { own.append((field, Array($0))) }
      return own
    }
    return (outcome, values)
  }

  @Test func `the searched values are picked out of a line`() throws {
    let line = #"""
      {"id":"C-1","name":{"full":"Zoë Müller","given":"Zoë"},"phones":["1","2"],"emails":"a@b.c",
      "geographic":{"postcode":10115,"country":"DE"},"note":{"id":"other"}}
      """#
    let (outcome, values) = read(Array(line.utf8))
    guard case .customer("C-1") = outcome else { return #expect(Bool(false), "\(outcome)") }
    let texts = values.map {
      "\(fields.names[Int($0.field)])=" + String(decoding: $0.text, as: UTF8.self)
    }
    #expect(
      texts == [
        "name=Zoë Müller", "id=C-1", "phone=1", "phone=2", "email=a@b.c",
        "geographic.postcode=10115",
      ]
    )
  }

  @Test(arguments: [
    (#"{"id":"C-1","deleted":true}"#, "deleted C-1"),
    (#"{"id":"C-1","deleted":1}"#, "customer C-1"),
    (#"{"id":"C-1","id":"C-2"}"#, "damaged a key comes twice"),
    (#"{"id":"C-1","a":{"b":1,"b":2}}"#, "damaged a key comes twice"),
    (#"[{"id":"C-1"}]"#, "damaged no object"), (#"{"id":7}"#, #"damaged no text under "id""#),
    (#"{"id":""}"#, #"damaged no text under "id""#),
    (#"{"id":"C-1","contract":123456789012345678901234567890}"#, "customer C-1"),
    (#"{"id":"C-1","name":{"full":"\uD834\uDD1E"}}"#, "customer C-1"),
  ])
  func `a line is a customer, a removal or damage`(line: String, expected: String) {
    let text =
      switch read(Array(line.utf8)).outcome {
      case .customer(let id): "customer \(id)"
      case .deleted(let id): "deleted \(id)"
      case .damaged(let reason): "damaged \(reason)"
      }
    #expect(text == expected)
  }

  @Test(.enabled(if: SharedData.has("json-suite")))
  func `simdjson and our own parser take and refuse the same documents`() throws {
    let files = SharedData.files(in: "json-suite/cases")
    var count = 0
    for file in files where file.hasSuffix(".json") {
      let bytes = try SharedData.bytes(file)
      let line = Array(#"{"id":"C-1","value":"#.utf8) + bytes + Array("}".utf8)
      let isTaken = if case .customer = read(line).outcome { true } else { false }
      #expect(isTaken == ((try? JSON(parsing: line)) != nil), "\(file)")
      count += 1
    }
    #expect(count > 100)
  }
}
