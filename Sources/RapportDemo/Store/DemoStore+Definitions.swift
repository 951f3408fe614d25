import JSONLogic

extension DemoStore {
  /// Every definition file of the store by path, as canonical JSON, sorted by path.
  ///
  /// Hand-written, so the same for every seed, except `costs.json`.
  package func definitions() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for name in ["agents", "attributes", "intents", "store"] {
      files.append(("\(name).json", Self.canonical(Material.json("\(name).json"))))
    }
    for kind in ["scripts", "segments", "services", "tones"] {
      for definition in Material.json("\(kind).json").arrayValue ?? [] {
        guard let id = definition["id"]?.stringValue else { continue }
        files.append(("\(kind)/\(id).json", Self.canonical(definition)))
      }
    }
    files.append(("costs.json", Self.canonical(costs())))
    return files.sorted { $0.path < $1.path }
  }

  /// What a contact cost, per channel and month of the last year.
  private func costs() -> JSON {
    let labour = ["chat": 9_400, "email": 8_100, "phone": 21_300]
    var rows: [JSON] = []
    let (year, month, _) = today.civil
    for back in stride(from: 12, through: 1, by: -1) {
      let (from, to) = Self.month(year: year, month: month - back)
      for (channel, euros) in labour.sorted(by: { $0.key < $1.key }) {
        var random = SplitMix64(seed: seed, stream: .costs, from.daysSinceEpoch, euros)
        let spent = euros + random.within(-600...900)
        rows.append([
          "from": JSON(Self.text(from)), "to": JSON(Self.text(to)), "channel": JSON(channel),
          "labour": JSON("\(spent).00"), "other": JSON("\(spent / 5).00"), "currency": "EUR",
        ])
      }
    }
    return .array(rows)
  }

  private static func canonical(_ json: JSON) -> [UInt8] { Array(json.canonical().utf8) }

  private static func text(_ day: CivilDay) -> String {
    var bytes: [UInt8] = []
    day.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// First and last day; `month` may be 0 or negative, counting back from January.
  private static func month(year: Int, month: Int) -> (from: CivilDay, to: CivilDay) {
    let first = CivilDay(year: month > 0 ? year : year - 1, month: month > 0 ? month : month + 12)
    let next = CivilDay(first.daysSinceEpoch + 31)
    let following = CivilDay(year: next.civil.year, month: next.civil.month)
    return (first, CivilDay(following.daysSinceEpoch - 1))
  }
}
