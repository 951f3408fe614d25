import JSONLogic

/// A hand-written customer at a fixed id, for goldens and documents; the same for every seed.
///
/// In people.json a date is written relative to today: `@-51` is 51 days ago, `@-2T16:40:00Z` a time
/// two days ago.
struct Hero {
  var profile: Profile
  private var record: JSON

  init?(_ json: JSON, today: CivilDay) {
    let record = Self.dated(json, today: today)
    guard let id = record["id"]?.stringValue, let number = Int(id.dropFirst(2)) else { return nil }
    self.record = record
    profile = Profile(id: id, number: number)
    profile.isAccount = record["kind"]?.stringValue == "account"
    profile.account = record["account"]?.stringValue
    profile.owner = record["owner"]?.stringValue
    profile.language = record["language"]?.stringValue
    profile.since = Self.day(json["since"], today: today)
    profile.tags = Self.texts(record["tags"]) ?? []
    profile.geographic.country = record["geographic"]?["country"]?.stringValue
    profile.geographic.setting = record["geographic"]?["setting"]?.stringValue
    profile.offset = Self.offsets[profile.geographic.country ?? ""] ?? 1
    readFacts(json, today: today)
  }

  func write(to writer: inout RecordWriter) { writer.line(raw: record.compact().utf8) }

  /// Every `@` date of `json` as a date.
  static func dated(_ json: JSON, today: CivilDay) -> JSON {
    switch json {
    case .string(let text): .string(dated(text, today: today))
    case .array(let items): .array(items.map { dated($0, today: today) })
    case .object(let object):
      .object(JSONObject(object.map { ($0.key, dated($0.value, today: today)) }))
    default: json
    }
  }

  private static func dated(_ text: String, today: CivilDay) -> String {
    guard text.first == "@" else { return text }
    let parts = text.dropFirst().split(separator: "T", maxSplits: 1)
    guard let days = parts.first.flatMap({ Int($0) }) else { return text }
    var bytes: [UInt8] = []
    CivilDay(today.daysSinceEpoch + days).append(to: &bytes)
    if parts.count > 1 { bytes.append(contentsOf: "T\(parts[1])".utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func day(_ json: JSON?, today: CivilDay) -> CivilDay? {
    guard let text = json?.stringValue, text.first == "@" else { return nil }
    let days = text.dropFirst().prefix { $0 != "T" }
    return Int(days).map { CivilDay(today.daysSinceEpoch + $0) }
  }

  private static func texts(_ json: JSON?) -> [String]? {
    json?.arrayValue.map { $0.compactMap(\.stringValue) }
  }

  private mutating func readFacts(_ json: JSON, today: CivilDay) {
    let behavioral = json["behavioral"]
    profile.demographic.household = json["demographic"]?["household"]?.intValue
    profile.demographic.children = json["demographic"]?["children"]?.boolValue
    profile.behavioral.orders = behavioral?["orders"]?.intValue
    profile.behavioral.lastOrder = Self.day(behavioral?["lastOrder"], today: today)
    profile.behavioral.spend12m = (behavioral?["spend12m"]?.doubleValue).map {
      Int(($0 * 100).rounded())
    }
    profile.behavioral.subscription = behavioral?["subscription"]?.stringValue
    profile.behavioral.contractNumber = behavioral?["contractNumber"]?.stringValue
    profile.behavioral.rideDays = behavioral?["rideDays"]?.intValue
    profile.psychographic.values = Self.texts(json["psychographic"]?["values"])
    profile.psychographic.ridingStyle = json["psychographic"]?["ridingStyle"]?.stringValue
    profile.psychographic.priceAttitude = json["psychographic"]?["priceAttitude"]?.stringValue
    profile.technographic.device = json["technographic"]?["device"]?.stringValue
    profile.technographic.appVersion = json["technographic"]?["appVersion"]?.stringValue
    profile.technographic.bikes = Self.texts(json["technographic"]?["bikes"])
    profile.technographic.bikeBought = Self.day(json["technographic"]?["bikeBought"], today: today)
    profile.technographic.firmware = json["technographic"]?["firmware"]?.stringValue
    profile.firmographic.employees = json["firmographic"]?["employees"]?.intValue
    profile.firmographic.fleetSize = json["firmographic"]?["fleetSize"]?.intValue
    profile.firmographic.role = json["firmographic"]?["role"]?.stringValue
    profile.firmographic.jobTitle = json["firmographic"]?["jobTitle"]?.stringValue
  }

  private static let offsets = [
    "US": -5, "BR": -3, "JP": 9, "KR": 9, "TW": 8, "TH": 7, "IN": 5, "GB": 0, "IE": 0, "IL": 2,
    "GR": 2, "BG": 2,
  ]
}
