import JSONLogic
import RapportCore
import Testing

@testable import RapportTUI

/// Where the values of fields are.
struct FieldPathTests {
  private let title = FieldPath("title").byLanguage

  @Test func `a plain text is in the store's language`() {
    let script: JSON = ["title": "Hello"]
    #expect(title.value(in: script, language: "en", store: "en") == "Hello")
    #expect(title.value(in: script, language: "de", store: "en") == nil)
    #expect(title.set("Bye", in: script, language: "en", store: "en") == ["title": "Bye"])
  }

  @Test func `a second language makes an object of a plain text`() {
    let changed = title.set("Hallo", in: ["title": "Hello"], language: "de", store: "en")
    #expect(changed == ["title": ["en": "Hello", "de": "Hallo"]])
    let same = title.set(nil, in: ["title": "Hello"], language: "de", store: "en")
    #expect(same == ["title": "Hello"])
  }

  @Test func `the place of a problem leads to the field and the language`() {
    let greeting = FieldPath("phrases").byLanguage.appending("greeting")
    let match = greeting.match(["phrases", "de", "greeting"])
    #expect(match?.depth == 3 && match?.language == "de")
    #expect(greeting.match(["phrases", "de", "hold"]) == nil)
    #expect(title.match(["title"])?.depth == 1)
    let days = FieldPath("hours", "weekly", "tue")
    #expect(days.match(["hours", "weekly", "tue", "0"])?.depth == 3)
    #expect(days.match(["hours", "weekly"]) == nil)
  }

  @Test(arguments: [
    ("8, 9 ,, x", #"["8","9","x"]"#), ("", "null"), (" , ", "null"),
    (#"a, "b, c""#, #"["a","b, c"]"#),
  ])
  func `a list is typed with commas`(text: String, json: String) {
    let field = FormField("Days", FieldPath("days"), .list)
    #expect((field.value(of: text) ?? .null).compact() == json)
  }

  @Test(arguments: [FormField.Kind.list, .lines])
  func `any list of texts is typed as it is shown`(kind: FormField.Kind) {
    let field = FormField("Needs", FieldPath("needs"), kind)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let parts = [",", "\"", "\n", " ", "a", "Washington, D.C.", "\u{301}", "🇩🇪", ";"]
    for _ in 0..<3_000 {
      let list = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        JSON.string(
          (0..<Int.random(in: 0...5, using: &random))
            .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
        )
      }
      let shown = field.text(of: .array(list))
      #expect(field.value(of: shown) == .array(list), "seed \(seed): \(list) as \(shown)")
    }
  }
}
