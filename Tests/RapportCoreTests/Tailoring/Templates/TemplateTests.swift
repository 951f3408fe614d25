import JSONLogic
import Testing

@testable import RapportCore

struct TemplateTests {
  private func environment(_ partials: [String: String] = [:]) throws -> TemplateEnvironment {
    let templates = try partials.mapValues { try Template(parsing: $0, origin: .tone) }
    return TemplateEnvironment(
      escaping: .none,
      missing: .hole { "the \($0)" },
      partial: { templates[$0] }
    )
  }

  private func spans(
    _ source: String,
    _ json: String = "{}",
    partials: [String: String] = [:]
  ) throws -> [TemplateSpan] {
    let data = TemplateValue(try JSON(parsing: json))
    return try Template(parsing: source).render([data], in: environment(partials))
  }

  @Test func `words know whether they are the script's, the tone's or a value`() throws {
    let spans = try spans(
      "{{> greeting}} Order {{ask.order}}.",
      #"{"name": "Zoë", "ask": {"order": "AB<1"}}"#,
      partials: ["greeting": "Hello {{name}}!"]
    )
    #expect(
      spans == [
        .text("Hello ", from: .tone), .text("Zoë", from: .value), .text("!", from: .tone),
        .text(" Order ", from: .script), .text("AB<1", from: .value), .text(".", from: .script),
      ]
    )
  }

  @Test(arguments: [#"{}"#, #"{"a": {}}"#, #"{"a": {"b": null}}"#, #"{"a": {"b": "  "}}"#])
  func `a value that is missing, null or blank leaves a hole`(json: String) throws {
    #expect(
      try spans("See {{a.b}}.", json) == [
        .text("See ", from: .script), .hole(path: "a.b", label: "the a.b"),
        .text(".", from: .script),
      ]
    )
  }

  @Test(arguments: [
    "{{#a.b}}{{a.b}}{{/a.b}}{{^a.b}}you{{/a.b}}", "{{a.b}}{{^a.b}}you{{/a.b}}",
    "{{^a.b}}you{{/a.b}}{{a.b}}",
  ])
  func `a fallback leaves none`(source: String) throws {
    #expect(try spans(source) == [.text("you", from: .script)])
    #expect(try spans(source, #"{"a": {"b": "me"}}"#) == [.text("me", from: .value)])
  }

  @Test func `only the value beside a fallback has it`() throws {
    #expect(
      try spans("{{a}}{{^a}}you{{/a}} {{a}}") == [
        .text("you ", from: .script), .hole(path: "a", label: "the a"),
      ]
    )
  }

  @Test func `a partial that is missing is a hole`() throws {
    #expect(try spans("{{> hold}}") == [.hole(path: "> hold", label: "the > hold")])
  }

  @Test func `a list in the middle of a sentence is joined`() throws {
    #expect(try spans("{{a}}", #"{"a": ["x", 1, true]}"#).complete == "x, 1, true")
  }

  @Test func `what a template names is listed with its place`() throws {
    let template = try Template(parsing: "ä {{a}}\n{{#b.c}}\n  {{> hold}}{{^d}}{{/d}}\n{{/b.c}}")
    #expect(
      template.variables == [
        .init(name: "a", use: .value, line: 1, column: 3),
        .init(name: "b.c", use: .section, line: 2, column: 1),
        .init(name: "d", use: .inverted, line: 3, column: 13),
      ]
    )
    #expect(template.partials == [.init(name: "hold", use: .partial, line: 3, column: 3)])
  }

  @Test(arguments: [
    ("a\n {{b", "line 2, column 2: the tag that opens here is never closed; add }} where it ends"),
    ("{{{b}}", "line 1, column 1: the tag that opens here is never closed; add }}} where it ends"),
    (
      "é{{#a}}x",
      "line 1, column 2: the section \"a\" is never closed; add {{/a}} where it ends"
    ),
    (
      "{{/a}}", "line 1, column 1: {{/a}} closes nothing; remove it, or open it with {{#a}} before"
    ),
    (
      "{{#a}}{{#b}}{{/a}}",
      "line 1, column 13: {{/a}} stands where \"b\" of line 1 is open; write {{/b}} first"
    ),
    (
      "{{ }}",
      "line 1, column 1: the tag has no name; write a name such as {{customer.callName}}"
    ),
    (
      "{{=a=}}",
      "line 1, column 1: a delimiter tag names two delimiters without \"=\"; write it like {{=<% %>=}}"
    ),
    (
      "{{name|you}}",
      "line 1, column 1: \"name|you\" is not a name; names are letters, digits, - and _ joined by "
        + "dots; for a fallback write {{name}}{{^name}}instead{{/name}}"
    ),
    (
      "{{$a}}",
      "line 1, column 1: blocks and parents (inheritance) are not part of Mustache's core; use a "
        + "section {{#name}} or a partial {{> name}}"
    ),
  ])
  func `a mistake is named with its place and its remedy`(source: String, message: String) {
    let error = #expect(throws: TemplateError.self) { try Template(parsing: source) }
    #expect(error?.description == message)
  }

  @Test func `sections nest 64 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
    }
    #expect(try spans(nested(64), #"{"a": true}"#).complete == "x")
    #expect(throws: TemplateError.self) { try Template(parsing: nested(65)) }
  }

  @Test func `a recursive partial goes as deep as its data`() throws {
    let json =
      String(repeating: #"{"n": "x", "next": "#, count: 60) + "null"
      + String(repeating: "}", count: 60)
    let text = try spans("{{> a}}", json, partials: ["a": "{{n}}{{#next}}{{> a}}{{/next}}"])
    #expect(text.complete == String(repeating: "x", count: 60))
  }

  @Test(arguments: [
    ["a": "{{> a}}"], ["a": "x{{> b}}", "b": "{{> a}}"],
    ["a": "{{> b}}{{> b}}", "b": "{{> a}}{{> a}}"],
  ])
  func `an endless partial stops with an error`(partials: [String: String]) {
    #expect(throws: TemplateError.self) { try spans("{{> a}}", partials: partials) }
  }

  @Test func `partials that double each other stop with an error`() {
    var partials = ["p0": ""]
    for level in 1...40 { partials["p\(level)"] = "{{> p\(level - 1)}}{{> p\(level - 1)}}" }
    #expect(throws: TemplateError.self) { try spans("{{> p40}}", partials: partials) }
  }

  @Test func `more than 1 MB is refused, in and out`() throws {
    let megabyte = String(repeating: "x", count: Template.maximumBytes)
    #expect(try spans(megabyte).complete?.utf8.count == Template.maximumBytes)
    #expect(throws: TemplateError.self) { try Template(parsing: megabyte + "x") }
    #expect(throws: TemplateError.self) { try spans("{{> a}}x", partials: ["a": megabyte]) }
  }

  @Test func `cycles of partials are found before anything is rendered`() throws {
    let sources = [
      "a": "{{> b}}", "b": "{{> c}} {{> absent}}", "c": "{{#x}}{{> a}}{{/x}}", "d": "{{> d}}",
      "e": "{{> a}}",
    ]
    let templates = try sources.mapValues { try Template(parsing: $0) }
    #expect(PartialCycles.find(in: templates) == [["a", "b", "c"], ["d"]])
  }

  @Test func `any bytes either parse or say where they do not`() {
    var generator = SplitMix64(seed: 5)
    let pieces = [
      "{{", "}}", "{", "}", "#", "/", "^", ">", "!", "=", "&", " ", "\n", "a", "b", "é",
    ]
    for _ in 0..<5000 {
      let source = (0..<Int.random(in: 0...14, using: &generator))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      do {
        _ = try Template(parsing: source).render([.missing], in: environment())
      } catch let error as TemplateError {
        #expect(error.line >= 1 && error.column >= 1 && !error.remedy.isEmpty, "seed 5: \(source)")
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
