import JSONLogic

/// What people at the demo store wrote: remarks, reasons and ratings in words.
struct DemoTexts {
  let customerNotes: [String]
  let contactNotes: [String: [String]]
  let followUps: [String]
  let praise: [String]
  let complaints: [String]
  let doubts: [String]

  init() {
    let json = Material.json("texts.json")
    customerNotes = Self.texts(json["customerNotes"])
    let notes = json["contactNotes"]?.objectValue ?? JSONObject()
    contactNotes = Dictionary(notes.map { ($0.key, Self.texts($0.value)) }) { first, _ in first }
    followUps = Self.texts(json["followUps"])
    praise = Self.texts(json["comments"]?["good"])
    complaints = Self.texts(json["comments"]?["bad"])
    doubts = Self.texts(json["doubts"])
  }

  private static func texts(_ json: JSON?) -> [String] {
    (json?.arrayValue ?? []).compactMap(\.stringValue)
  }
}
