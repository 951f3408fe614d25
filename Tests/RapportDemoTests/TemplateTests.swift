import JSONLogic
import Testing

/// What a support team says must read well with and without a name, and never break.
struct TemplateTests {
  static let known: Set<String> = [
    "customer.callName", "customer.company", "agent.name", "company.name",
  ]

  private struct Tag {
    var kind: Character
    var name: String
  }

  private func tags(_ template: String) throws -> [Tag] {
    var tags: [Tag] = []
    var rest = Substring(template)
    while let start = rest.firstRange(of: "{{") {
      let end = try #require(rest[start.upperBound...].firstRange(of: "}}"), "\(template)")
      let inside = rest[start.upperBound..<end.lowerBound]
      let kind = inside.first.map { "#^/>".contains($0) ? $0 : "v" } ?? "v"
      let name = kind == "v" ? inside : inside.dropFirst()
      tags.append(Tag(kind: kind, name: String(name.filter { $0 != " " })))
      rest = rest[end.upperBound...]
    }
    return tags
  }

  private var templates: [(place: String, text: String, asks: Set<String>)] {
    var all: [(String, String, Set<String>)] = []
    for script in DemoFixture.all("scripts") {
      let id = script["id"]?.stringValue ?? ""
      let asks = Set((script["asks"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue })
      for (place, text) in (script["subject"] ?? .null).strings() {
        all.append((id + place, text, asks))
      }
      for step in script["steps"]?.arrayValue ?? [] {
        for (place, text) in (step["text"] ?? .null).strings() {
          all.append((id + place, text, asks))
        }
      }
    }
    for tone in DemoFixture.all("tones") {
      for (place, text) in tone.strings() where place.contains("/phrases/") {
        all.append(((tone["id"]?.stringValue ?? "") + place, text, []))
      }
    }
    for service in DemoFixture.all("services") {
      for (place, text) in (service["offer"] ?? .null).strings() {
        all.append(((service["id"]?.stringValue ?? "") + place, text, []))
      }
    }
    return all
  }

  @Test func `every variable and partial is known and every section is closed`() throws {
    #expect(templates.count > 300)
    for (place, text, asks) in templates {
      var open: [String] = []
      for tag in try tags(text) {
        switch tag.kind {
        case "#", "^": open.append(tag.name)
        case "/": #expect(open.popLast() == tag.name, "\(place)")
        case ">":
          #expect(["greeting", "apology", "hold", "closing"].contains(tag.name), "\(place)")
        default: break
        }
        guard tag.kind != ">" else { continue }
        let isAsked = tag.name.hasPrefix("ask.") && asks.contains(String(tag.name.dropFirst(4)))
        #expect(isAsked || Self.known.contains(tag.name), "\(place): \(tag.name)")
      }
      #expect(open.isEmpty, "\(place)")
    }
  }

  @Test func `a name or company stands only where one is known`() throws {
    for (place, text, _) in templates {
      var inside: [String] = []
      for tag in try tags(text) {
        switch tag.kind {
        case "#": inside.append(tag.name)
        case "^": inside.append("")
        case "/": inside.removeLast()
        case "v" where tag.name.hasPrefix("customer."):
          #expect(inside.contains(tag.name), "\(place): \(tag.name)")
        default: break
        }
      }
    }
  }

  @Test func `everything asked is used`() throws {
    for script in DemoFixture.all("scripts") {
      let all = script.strings().map(\.text).joined()
      for ask in script["asks"]?.arrayValue ?? [] {
        #expect(all.contains("{{ask.\(ask["id"]?.stringValue ?? "")}}"))
      }
    }
  }

  @Test(arguments: ["en", "de", "es"])
  func `nothing we say holds a word that its tone bans`(language: String) throws {
    for tone in DemoFixture.all("tones") {
      let banned = tone.at("bannedWords.\(language)")?.texts ?? []
      #expect(!banned.isEmpty)
      for (place, text) in tone.strings()
      where place.contains("/\(language)/") && !place.contains("bannedWords")
        && !place.contains("avoid")
      {
        for word in banned { #expect(!contains(text, word), "\(place): \(word)") }
      }
    }
    let everywhere = [
      "en": ["unfortunately", "guarantee"], "de": ["leider", "garantieren", "versprochen"],
      "es": ["lamentablemente", "garantizar", "garantizamos", "prometido"],
    ]
    for (place, text, _) in templates where place.contains("/\(language)") {
      for word in everywhere[language] ?? [] { #expect(!contains(text, word), "\(place)") }
    }
  }

  private func contains(_ text: String, _ phrase: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    let wanted = phrase.lowercased().split(separator: " ")
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains {
      Array(words[$0..<$0 + wanted.count]) == wanted
    }
  }

  @Test func `sentences are short enough to be said`() {
    for (place, text, _) in templates {
      let plain = text.replacing(#/\{\{[^}]*\}\}/#, with: "X")
      for sentence in plain.split(whereSeparator: { ".!?:\n".contains($0) }) {
        let words = sentence.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }
        #expect(words.count <= 21, "\(place): \(sentence)")
      }
    }
  }

  /// The address follows from the tone, so a German text for every tone may use neither.
  @Test func `German for everybody says neither du nor Sie`() {
    let informal: Set<String> = [
      "du", "dich", "dir", "dein", "deine", "deinen", "deiner", "deinem",
    ]
    let formal: Set<String> = ["Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"]
    for script in DemoFixture.all("scripts")
    where isForEverybody(script) {
      for step in script["steps"]?.arrayValue ?? [] where step["kind"] != "do" {
        let text = step.at("text.de")?.stringValue ?? ""
        let words = Set(text.split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: formal), "\(text)")
        #expect(Set(words.map { $0.lowercased() }).isDisjoint(with: informal), "\(text)")
      }
    }
  }

  @Test func `Spanish for everybody says neither tú nor usted`() {
    let pronouns: Set<String> = [
      "tú", "te", "ti", "tu", "tus", "contigo", "usted", "ustedes", "vosotros", "os",
    ]
    for script in DemoFixture.all("scripts") where isForEverybody(script) {
      for step in script["steps"]?.arrayValue ?? [] where step["kind"] != "do" {
        let text = step.at("text.es")?.stringValue ?? ""
        let words = Set(text.split { !$0.isLetter }.map { $0.lowercased() })
        #expect(words.isDisjoint(with: pronouns), "\(text)")
      }
    }
  }

  @Test func `a Spanish question has both its marks`() {
    for (place, text, _) in templates where place.contains("/es") {
      for (open, close) in [("¿", "?"), ("¡", "!")] {
        let counts = [open, close].map { mark in text.count { String($0) == mark } }
        #expect(counts[0] == counts[1], "\(place): \(text)")
      }
    }
  }

  /// Written once for every tone; who tells of a death is addressed formally in any.
  private func isForEverybody(_ script: JSON) -> Bool {
    script["tones"]?.texts.isEmpty == true
      && script["id"]?.stringValue?.hasPrefix("bereavement") == false
  }
}
