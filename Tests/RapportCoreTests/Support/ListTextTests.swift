import JSONLogic
import Testing

@testable import RapportCore

/// Lists of texts as they are typed.
struct ListTextTests {
  private func items(_ text: String, _ kind: ListText) -> [String] {
    kind.items(in: text).map(\.text)
  }

  @Test func `an item with a comma stands in quotes and stays one`() {
    #expect(
      items(#"Berlin, "Washington, D.C.", Paris"#, .commas) == [
        "Berlin", "Washington, D.C.", "Paris",
      ]
    )
    #expect(
      ListText.commas.text(of: ["Berlin", "Washington, D.C."]) == #"Berlin, "Washington, D.C.""#
    )
    #expect(items(#""say ""please"", at least""#, .commas) == [#"say "please", at least"#])
  }

  @Test func `a quote that is not closed is a character, as while it is being typed`() {
    #expect(items(#""Washington, D.C."#, .commas) == [#""Washington"#, "D.C."])
    #expect(items(#"5" pipe, 3" pipe"#, .commas) == [#"5" pipe"#, #"3" pipe"#])
    #expect(items(#""so" they say, and more"#, .commas) == [#""so" they say"#, "and more"])
  }

  @Test func `lines keep the quotes that people write`() {
    #expect(
      items("\"As per our policy\"\n plain \n\nlast", .lines) == [
        "\"As per our policy\"", "plain", "last",
      ]
    )
    #expect(ListText.lines.text(of: ["\"Sorry\"", "a, b"]) == "\"Sorry\"\na, b")
    #expect(items("\"one\ntwo\"\nthree", .lines) == ["one\ntwo", "three"])
  }

  @Test func `callers' answers are separated by semicolons too`() {
    #expect(items(#"red; blue, "a; b""#, .answers) == ["red", "blue", "a; b"])
  }

  @Test func `any list reads back as it was shown`() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let list = Self.list(using: &random)
      for kind in [ListText.commas, .answers, .lines] {
        let shown = kind.text(of: list)
        #expect(items(shown, kind) == list, "seed \(seed), \(kind): \(list) as \(shown)")
      }
    }
  }

  /// Mostly of what tears lists apart.
  static func list(using random: inout SplitMix64) -> [String] {
    let parts = [
      ",", ";", "\"", "\"\"", "\n", "\r\n", " ", "\t", "a", "Washington, D.C.", "\u{301}", "é", "日",
      "\u{2028}", "👍🏽", "🇩🇪", "\\", "'",
    ]
    return (0..<Int.random(in: 0...4, using: &random)).map { _ in
      (0..<Int.random(in: 0...5, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
    }
  }
}
