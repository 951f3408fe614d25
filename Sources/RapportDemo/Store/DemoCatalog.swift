import JSONLogic

/// What the journals need to know of the definitions.
struct DemoCatalog {
  struct Segment {
    var id: String
    var priority: Int
    var revision: Int
    var tone: String?
    var services: [String]
  }

  struct Script {
    var id: String
    var intent: String
    var revision: Int
    var channels: [String]
    var segments: [String]
    var tones: [String]
    var asks: [String]
  }

  struct Service {
    var id: String
    var isProduct: Bool
    var channels: [String]
    var notForIntents: [String]
  }

  /// By priority, the strongest first.
  let segments: [Segment]
  let scripts: [Script]
  let services: [String: Service]
  let defaultTone: String

  init() {
    segments = (Material.json("segments.json").arrayValue ?? []).map {
      Segment(
        id: $0["id"]?.stringValue ?? "",
        priority: $0["priority"]?.intValue ?? 0,
        revision: $0["revision"]?.intValue ?? 1,
        tone: $0["tone"]?.stringValue,
        services: Self.texts($0["services"])
      )
    }.sorted { $0.priority < $1.priority }
    scripts = (Material.json("scripts.json").arrayValue ?? []).map {
      Script(
        id: $0["id"]?.stringValue ?? "",
        intent: $0["intent"]?.stringValue ?? "",
        revision: $0["revision"]?.intValue ?? 1,
        channels: Self.texts($0["channels"]),
        segments: Self.texts($0["segments"]),
        tones: Self.texts($0["tones"]),
        asks: ($0["asks"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
      )
    }
    let list = (Material.json("services.json").arrayValue ?? []).map {
      Service(
        id: $0["id"]?.stringValue ?? "",
        isProduct: $0["kind"]?.stringValue == "product-option",
        channels: Self.texts($0["channels"]),
        notForIntents: Self.texts($0["notForIntents"])
      )
    }
    services = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    defaultTone = Material.json("store.json")["defaults"]?["tone"]?.stringValue ?? "friendly"
  }

  /// The tone of the strongest of `members` that names one.
  func tone(of members: [String]) -> String {
    segments.first { $0.tone != nil && members.contains($0.id) }?.tone ?? defaultTone
  }

  /// The most particular script for an intent, as the Desk would choose.
  func script(intent: String, channel: String, members: [String], tone: String) -> Script? {
    let fitting = scripts.filter {
      $0.intent == intent && $0.channels.contains(channel)
        && ($0.segments.isEmpty || $0.segments.contains { members.contains($0) })
        && ($0.tones.isEmpty || $0.tones.contains(tone))
    }
    return fitting.first { !$0.segments.isEmpty } ?? fitting.first { !$0.tones.isEmpty }
      ?? fitting.first
  }

  /// The first offer that the segments grant and that suits the moment.
  func offer(intent: String, channel: String, members: [String]) -> Service? {
    for segment in segments where members.contains(segment.id) {
      for id in segment.services {
        guard let service = services[id], !service.notForIntents.contains(intent),
          service.channels.isEmpty || service.channels.contains(channel)
        else { continue }
        return service
      }
    }
    return nil
  }

  private static func texts(_ json: JSON?) -> [String] {
    (json?.arrayValue ?? []).compactMap(\.stringValue)
  }
}
