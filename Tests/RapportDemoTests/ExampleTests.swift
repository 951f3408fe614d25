import Foundation
import JSONLogic
import Testing

struct ExampleTests {
  static let telco = "telco/Telco-Customer-Churn.csv"
  static let marketing = "marketing/marketing_campaign.csv"

  @Test(arguments: ExampleFolder.names)
  func `every reference of an example leads somewhere`(name: String) throws {
    let files = try ExampleFolder.files(name)
    let ids = { (kind: String) in
      Set(
        files.keys.filter { $0.hasPrefix(kind + "/") }.map {
          $0.dropFirst(kind.count + 1).dropLast(5)
        }.map(String.init)
      )
    }
    let intents = Set(
      (files["intents.json"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    )
    let paths = Set(
      (files["attributes.json"]?.arrayValue ?? []).compactMap { $0["path"]?.stringValue }
    )
    for (path, json) in files {
      if let tone = json["tone"]?.stringValue { #expect(ids("tones").contains(tone), "\(path)") }
      #expect(ids("services").isSuperset(of: json["services"]?.texts ?? []), "\(path)")
      #expect(ids("segments").isSuperset(of: json["segments"]?.texts ?? []), "\(path)")
      #expect(intents.isSuperset(of: json["notForIntents"]?.texts ?? []), "\(path)")
      if let intent = json["intent"]?.stringValue { #expect(intents.contains(intent), "\(path)") }
      for (place, text) in json.strings() where place.hasSuffix("/var") {
        #expect(paths.contains(text), "\(path)\(place)")
      }
      let steps = DemoFixture.ids(json["steps"]?.arrayValue ?? [])
      for (place, text) in json.strings() where place.hasSuffix("/to") {
        #expect(steps.contains(text), "\(path)\(place)")
      }
    }
    for intent in intents {
      let scripts = files.values.filter { $0["intent"]?.stringValue == intent }
      #expect(scripts.contains { $0["segments"]?.texts.isEmpty == true }, "\(intent)")
    }
  }

  @Test(arguments: ExampleFolder.names)
  func `a map sets only what the catalog declares`(name: String) throws {
    let files = try ExampleFolder.files(name)
    let map = try #require(files["map.json"])
    let declared = Set(
      (files["attributes.json"]?.arrayValue ?? []).compactMap { $0["path"]?.stringValue }
    )
    let set = Set(map["set"]?.objectValue?.keys ?? [])
    #expect(set == declared)
  }

  @Test(.enabled(if: ExampleFolder.hasData(telco) && ExampleFolder.hasData(marketing)))
  func `every column of the data is mapped or ignored`() throws {
    for (name, path, separator) in [
      ("telecom", Self.telco, ","), ("marketing", Self.marketing, ";"),
    ] {
      let map = try #require(ExampleFolder.files(name)["map.json"])
      var named = Set(map["ignore"]?.texts ?? [])
      for (place, text) in map.strings() where place.hasSuffix("/column") { named.insert(text) }
      let header = try Self.rows(path, separator)[0]
      #expect(Set(header) == named)
    }
  }

  @Test(
    .enabled(if: ExampleFolder.hasData(telco)),
    arguments: [
      ("first-year-fibre", 803), ("about-to-leave", 1_309), ("long-standing", 1_356),
      ("phone-only", 1_526), ("big-bill", 1_474), ("streaming-homes", 986),
    ]
  )
  func `the telecom segments are as large as the data say`(segment: String, size: Int) throws {
    let files = try ExampleFolder.files("telecom")
    let rule = NaiveRule(
      segments: [segment: try #require(files["segments/\(segment).json"])],
      customers: [:],
      today: DemoFixture.today
    )
    let members = try Self.telcoCustomers.get().filter {
      try rule.membership(segment, of: $0) == 2
    }
    #expect(members.count == size)
  }

  private static let telcoCustomers = Result {
    let map = try #require(ExampleFolder.files("telecom")["map.json"])
    let table = try rows(telco, ",")
    return table.dropFirst().filter { $0.count == table[0].count }.map {
      imported(Dictionary(uniqueKeysWithValues: zip(table[0], $0)), map)
    }
  }

  /// What a row says by the map, plainly: no quoting, no dates.
  private static func imported(_ row: [String: String], _ map: JSON) -> JSON {
    var families: [String: JSONObject] = [:]
    for (path, cell) in map["set"]?.objectValue ?? JSONObject() {
      let parts = path.split(separator: ".").map(String.init)
      let text = row[cell["column"]?.stringValue ?? ""] ?? ""
      var value = cell["value"] ?? cell["values"]?[text]
      if value == nil, let number = Double(text) { value = JSON(number) }
      families[parts[0], default: JSONObject()][parts[1]] = value
    }
    return .object(JSONObject(families.map { ($0.key, JSON.object($0.value)) }))
  }

  private static func rows(_ path: String, _ separator: String) throws -> [[String]] {
    let text = try String(contentsOf: ExampleFolder.data(path), encoding: .utf8)
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    return plain.split(whereSeparator: \.isNewline).map {
      $0.split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
    }
  }
}
