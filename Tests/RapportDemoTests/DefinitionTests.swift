import JSONLogic
import RapportDemo
import Testing

struct DefinitionTests {
  let segments = DemoFixture.all("segments")
  let tones = DemoFixture.all("tones")
  let services = DemoFixture.all("services")
  let scripts = DemoFixture.all("scripts")
  let intents = DemoFixture.list("intents.json")
  let agents = DemoFixture.list("agents.json")
  let attributes = DemoFixture.list("attributes.json")

  @Test func `there are as many of each kind as promised`() {
    #expect(segments.count == 12)
    #expect(tones.count == 7)
    #expect(services.count == 18)
    #expect(intents.count == 14)
    #expect(scripts.count == 38)
    #expect((8...10).contains(agents.count))
    #expect((35...45).contains(attributes.count))
    let kinds = Set(services.compactMap { $0["kind"]?.stringValue })
    #expect(kinds == ["product-option", "support-hours", "resource", "benefit", "goodwill"])
    let zones = Set(services.compactMap { $0.at("hours.timeZone")?.stringValue })
    #expect(zones.count >= 3)
  }

  @Test func `every file is canonical JSON`() throws {
    for (path, bytes) in DemoFixture.store.definitions() {
      let json = try JSON(parsing: bytes)
      #expect(Array(json.canonical().utf8) == bytes, "\(path)")
    }
  }

  @Test func `every reference leads somewhere`() {
    let (toneIDs, serviceIDs) = (DemoFixture.ids(tones), DemoFixture.ids(services))
    let (segmentIDs, intentIDs) = (DemoFixture.ids(segments), DemoFixture.ids(intents))
    let agentIDs = DemoFixture.ids(agents)
    for segment in segments {
      #expect(serviceIDs.isSuperset(of: segment["services"]?.texts ?? []))
      if let tone = segment["tone"]?.stringValue { #expect(toneIDs.contains(tone)) }
      #expect(agentIDs.contains(segment["owner"]?.stringValue ?? ""))
    }
    for service in services {
      #expect(intentIDs.isSuperset(of: service["notForIntents"]?.texts ?? []))
      if let instead = service["instead"]?.stringValue { #expect(serviceIDs.contains(instead)) }
    }
    for script in scripts {
      #expect(intentIDs.contains(script["intent"]?.stringValue ?? ""))
      #expect(segmentIDs.isSuperset(of: script["segments"]?.texts ?? []))
      #expect(toneIDs.isSuperset(of: script["tones"]?.texts ?? []))
      let steps = DemoFixture.ids(script["steps"]?.arrayValue ?? [])
      for step in script["steps"]?.arrayValue ?? [] {
        for branch in step["next"]?.arrayValue ?? [] {
          #expect(steps.contains(branch["to"]?.stringValue ?? ""))
        }
      }
    }
  }

  @Test func `every rule reads attributes that the catalog declares`() {
    let paths = Set(attributes.compactMap { $0["path"]?.stringValue } + [""])
    let rules =
      segments.compactMap { $0["rule"] } + services.compactMap { $0["eligibility"] }
      + scripts.compactMap { $0["condition"] }
    #expect(rules.count >= 20)
    for rule in rules {
      for (place, text) in rule.strings() where place.hasSuffix("/var") {
        #expect(paths.contains(text), "\(text)")
      }
    }
    for script in scripts {
      for step in script["steps"]?.arrayValue ?? [] {
        for need in step["needs"]?.texts ?? [] { #expect(paths.contains(need)) }
      }
    }
  }

  @Test func `every text for people is there in English, in German and in Spanish`() {
    for (path, json) in DemoFixture.definitions {
      let places = Set(json.strings().map(\.path))
      for (place, text) in json.strings() where !place.hasSuffix("/var") {
        #expect(!text.isEmpty, "\(path)\(place)")
        guard let (prefix, suffix) = languageSplit(place) else { continue }
        for language in ["de", "es"] {
          let isThere = places.contains("\(prefix)/\(language)\(suffix)")
          #expect(isThere, "\(path)\(place) is not in \(language)")
        }
      }
    }
  }

  /// Lists may differ in length; a phrase or a text may not be missing.
  private func languageSplit(_ place: String) -> (prefix: String, suffix: String)? {
    let parts = place.split(separator: "/").map(String.init)
    guard let position = parts.firstIndex(of: "en") else { return nil }
    var rest = parts[(position + 1)...]
    if let last = rest.last, Int(last) != nil { rest = ["0"] }
    return (
      parts[..<position].map { "/" + $0 }.joined(), rest.map { "/" + $0 }.joined()
    )
  }

  @Test func `every intent has at least eight examples in each language`() {
    for intent in intents {
      for language in ["en", "de", "es"] {
        #expect((intent.at("examples.\(language)")?.texts.count ?? 0) >= 8)
      }
    }
  }

  @Test(arguments: ["phone", "email", "chat", "social"])
  func `every intent has a script for everybody on every channel`(channel: String) {
    for intent in intents {
      let fitting = scripts.filter {
        $0["intent"] == intent["id"] && $0["channels"]?.texts.contains(channel) == true
          && $0["segments"]?.texts.isEmpty == true && $0["tones"]?.texts.isEmpty == true
          && $0["condition"] == nil
      }
      #expect(fitting.count == 1, "\(intent["id"]?.stringValue ?? "") \(channel)")
    }
  }

  @Test func `whoever answers in public names nobody and asks for nothing`() {
    let social = scripts.filter { $0["channels"]?.texts.contains("social") == true }
    #expect(social.count == intents.count)
    for script in social {
      #expect(script["channels"]?.texts == ["social"] && script["asks"]?.arrayValue == [])
      for (place, text) in script.strings() {
        #expect(!text.contains("{{customer.") && !text.contains("{{ask."), "\(place)")
      }
      let words = ["en": "private message", "de": "privat", "es": "privado"]
      for (language, word) in words {
        let first = script["steps"]?.arrayValue?.first?.at("text.\(language)")?.stringValue ?? ""
        #expect(first.contains(word), "\(script["id"]?.stringValue ?? "") \(language)")
      }
    }
    for tone in tones {
      for language in ["en", "de", "es"] {
        let phrases = tone.at("channels.social.phrases.\(language)")
        #expect(phrases?["greeting"] != nil && phrases?["closing"] != nil)
        for (_, text) in phrases?.strings() ?? [] { #expect(!text.contains("{{customer.")) }
      }
    }
  }

  @Test func `somebody in Europe speaks each language that scripts are written in`() {
    for language in ["en", "de", "es"] {
      #expect(
        agents.contains { agent in
          agent["team"] == "europe" && agent["languages"]?.texts.contains(language) == true
        }
      )
    }
  }

  @Test func `an e-mail has a subject`() {
    for script in scripts where script["channels"]?.texts.contains("email") == true {
      #expect(script["subject"] != nil)
    }
  }

  @Test func `choices name what attributes may hold, and only the protected ones say so`() {
    let protected = attributes.filter { $0["protected"]?.boolValue == true }
    #expect(
      protected.compactMap { $0["path"]?.stringValue }.sorted() == [
        "demographic.birthYear", "demographic.gender",
      ]
    )
    for attribute in attributes where attribute["choices"] != nil {
      let values = Set(
        (attribute["choices"]?.arrayValue ?? []).compactMap { $0["value"]?.stringValue }
      )
      let path = attribute["path"]?.stringValue ?? ""
      for customer in DemoFixture.customers {
        guard let value = customer.at(path) else { continue }
        let found = value.stringValue.map { [$0] } ?? value.texts
        #expect(values.isSuperset(of: found), "\(path): \(found)")
      }
    }
  }
}
