import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What is wrong with records is counted, and the first few places are named.
struct RecordCheckTests {
  private static let catalog = AttributeCatalog(
    Attribute.builtIn
      + [
        ("behavioral.orders", Attribute.Kind.integer), ("behavioral.lastOrder", .date),
        ("technographic.version", .version), ("technographic.device", .choice),
        ("psychographic.values", .list), ("demographic.children", .boolean),
      ].map { path, kind in
        var attribute = Attribute(path: path, label: LocalizedText(["en": path]), kind: kind)
        if kind == .choice {
          attribute.choices = [
            Attribute.Choice(value: "ios", label: LocalizedText(["en": "iOS"]))
          ]
        }
        return attribute
      }
  )

  private func problems(_ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return RecordCheck(StoreLocation(folder.path), Self.catalog).problems().map(\.description)
  }

  @Test func `values that do not fit the catalog are counted with the first places`() throws {
    let lines = (1...9).map { number in
      let orders = number % 2 == 0 ? "\"many\"" : "\(number)"
      return #"{"id":"C-\#(number)","behavioral":{"orders":\#(orders)}}"#
    }
    let found = try problems(["customers.jsonl": lines.joined(separator: "\n") + "\n"])
    #expect(
      found == [
        "customers.jsonl:2: behavioral.orders is no whole number (4 customers: text \"many\" in line "
          + "2, text \"many\" in line 4, text \"many\" in line 6 and more)"
      ]
    )
  }

  @Test(arguments: [
    (
      #""behavioral":{"orders":1.5}"#, "behavioral.orders is no whole number (number 1.5 in line 1)"
    ),
    (#""behavioral":{"orders":12345678901234567890123}"#, nil),
    (
      #""behavioral":{"lastOrder":"soon"}"#,
      "behavioral.lastOrder is no date such as 2026-11-21 (text \"soon\" in line 1)"
    ),
    (
      #""behavioral":{"lastOrder":"2026-02-29"}"#,
      "behavioral.lastOrder is no date such as 2026-11-21 (text \"2026-02-29\" in line 1)"
    ),
    (#""behavioral":{"lastOrder":"2026-02-28T10:00:00Z"}"#, nil),
    (
      #""technographic":{"version":"new"}"#,
      "technographic.version is no version such as 4.2.1 (text \"new\" in line 1)"
    ),
    (
      #""technographic":{"device":"iso"}"#,
      "technographic.device is none of its choices (text \"iso\" in line 1)"
    ),
    (#""technographic":{"device":null,"version":" "}"#, nil),
    (
      #""psychographic":{"values":"green"}"#,
      "psychographic.values is no list (text \"green\" in line 1)"
    ),
    (
      #""psychographic":{"values":["green",1]}"#,
      "psychographic.values is no list of texts (a list in line 1)"
    ),
    (
      #""demographic":{"children":"yes"}"#,
      "demographic.children is neither true nor false (text \"yes\" in line 1)"
    ),
    // What is personal is not repeated.
    (#""company":{"x":"secret"}"#, "company is no text (line 1)"),
    (#""name":{"full":"Zoë"},"unheard":[1]"#, nil),
  ])
  func `each kind of value has its words`(members: String, problem: String?) throws {
    let found = try problems(["customers.jsonl": "{\"id\":\"C-1\",\(members)}\n"])
    #expect(found == (problem.map { ["customers.jsonl:1: \($0)"] } ?? []))
  }

  @Test func `what a later line of the same customer mends is no problem`() throws {
    let wrong = #"{"id":"C-1","behavioral":{"orders":"x"}}"# + "\n"
    #expect(try problems(["customers.jsonl": wrong]).count == 1)
    #expect(
      try problems(["customers.jsonl": wrong + #"{"id":"C-1","behavioral":{"orders":2}}"# + "\n"])
        == []
    )
    #expect(try problems(["customers.jsonl": wrong + #"{"id":"C-1","deleted":true}"#]) == [])
  }

  @Test func `more different texts than are remembered are looked at all the same`() throws {
    var text = ""
    for number in 0..<70_000 {
      text += #"{"id":"C-\#(number)","company":"c\#(number)","behavioral":{"lastOrder":"#
      text += number == 69_000 ? "\"never\"}}\n" : "\"2026-01-01\"}}\n"
    }
    #expect(
      try problems(["customers.jsonl": text]) == [
        "customers.jsonl:69001: behavioral.lastOrder is no date such as 2026-11-21 (text \"never\" "
          + "in line 69001)"
      ]
    )
  }

  @Test func `a last line that is cut off is named, one without a newline is taken`() throws {
    let good = #"{"id":"C-1"}"#
    #expect(try problems(["customers.jsonl": good]) == [])
    #expect(
      try problems(["customers.jsonl": good + "\n" + #"{"id":"C-2","na"#]).first?
        .hasPrefix("customers.jsonl:2: the line is damaged: it is cut off; column ") == true
    )
    #expect(
      try problems(["journal/orders.jsonl": #"{"id":"x""#]).first?
        .hasPrefix("journal/orders.jsonl:1: the line is damaged: column ") == true
    )
  }

  @Test(arguments: [
    (
      "interactions", #"{"id":"a","at":"2026-11-21T14:03:11Z","channel":"phon"}"#,
      "\"channel\" is none of phone, email, chat, social; did you mean \"phone\"?"
    ),
    (
      "interactions", #"{"id":"a","at":"yesterday"}"#,
      "\"at\" is no moment such as 2026-11-21T14:03:11Z"
    ),
    ("interactions", #"{"id":"a"}"#, "there is no \"at\""),
    ("interactions", #"{"id":"a","erased":true}"#, nil),
    (
      "interactions", #"{"id":"a","at":"2026-11-21T14:03:11Z","segments":{"x":1},"note":null}"#, nil
    ),
    (
      "surveys", #"{"id":"a","customer":"C-1","kind":"nps"}"#,
      "\"kind\" is none of csat, loyalty, ces"
    ),
    (
      "surveys", #"{"id":"a","customer":"C-1","kind":"csat","score":"5"}"#,
      "\"score\" is text, not a number"
    ),
    ("surveys", #"{"id":"a","kind":"csat"}"#, "there is no \"customer\""),
    (
      "orders",
      #"{"id":"a","at":"2026-11-21T14:03:11Z","customer":"C-1","amount":"4,90","currency":"EUR","state":"paid"}"#,
      "\"amount\" is not of the form it must have"
    ),
    (
      "orders",
      #"{"id":"a","at":"2026-11-21T14:03:11Z","customer":["C-1","C-2"],"amount":"4.90","currency":"EUR","state":"paid"}"#,
      "\"customer\" is a list, not text"
    ),
    ("lifecycle", "[1]", "the line is damaged: no object"),
    ("lifecycle", #"{"id":"a","id":"b"}"#, "the line is damaged: a key comes twice"),
  ])
  func `a line of a journal is held against its schema`(
    name: String,
    line: String,
    problem: String?
  ) throws {
    let found = try problems(["journal/\(name).jsonl": line + "\n"])
    if let problem {
      #expect(found.contains { $0.hasPrefix("journal/\(name).jsonl:1: \(problem)") }, "\(found)")
    } else {
      #expect(found == [])
    }
  }

  @Test func `every journal has a shape, and what the demo writes has no problem`() throws {
    for kind in ["interaction", "survey", "order", "lifecycle", "feedback", "change", "access"] {
      let shape = try #require(RecordShape(kind: kind))
      #expect(shape.required.count > 1 || kind == "interaction", "\(kind)")
      #expect(shape.fields.contains { $0.isMoment }, "\(kind)")
    }
  }
}
