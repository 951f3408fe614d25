import JSONLogic
import RapportCore

/// A store with one thing in one file put wrong, or by chance not.
struct DamagedDefinition: CustomStringConvertible {
  let path: String
  let document: JSON
  let description: String
  private let files: [String: JSON]

  private static let values: [JSON?] = [
    nil, .null, true, 0, -3, 3, 1.5, 2_000_000, "", " ", "x", "X y", "2027-02-28", "2027-02-30",
    "24:00-25:00", "08:00-12:00", "DE", "de-AT", "warm", [], [:], [.null], ["x"], ["warm", 1],
    ["en": "x"], ["x": 1], ["en": ["x"]], ["en": 1], ["en": ["hold": "x"]], ["e": "x"], [["x": 1]],
    [["id": "x", "kind": "choose"]], [["id": "x", "kind": "say", "text": "x"]],
    ["text": "x"], ["amount": "1", "currency": " "],
  ]

  /// Where a schema does not look: what rules mean, and what other files say.
  private static let unseen = ["rule", "eligibility", "condition"]

  init(of store: [String: JSON], _ random: inout SplitMix64) {
    let names = store.keys.filter { $0 != "costs.json" }.sorted()
    path = names[Int.random(in: names.indices, using: &random)]
    let whole = store[path] ?? .null
    let places = whole.paths.filter { !Self.unseen.contains($0[0]) }
    let place = places[Int.random(in: places.indices, using: &random)]
    let value = Self.values[Int.random(in: Self.values.indices, using: &random)]
    document = whole.replacing(place[...], by: value)
    description = "\(path)#/\(place.joined(separator: "/")): \(value?.compact() ?? "nothing")"
    files = store.merging([path: document]) { $1 }
  }

  /// What the decoders, and what all checks of the store, call an error in this file.
  ///
  /// Left out of the decoders' is what one document cannot tell, or a schema cannot compare.
  var errors: (decoding: [String], checking: [String]) {
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let elsewhere = ["is not the file's name", "is there twice", "ends before it begins"]
    let decoding = definitions.problems.filter { $0.severity == .error }.map(\.description)
      .filter { text in !elsewhere.contains { text.contains($0) } }
    let checking = StoreCheck.problems(of: definitions, at: Instant(seconds: 0)).filter {
      $0.severity == .error
    }
    return (decoding, checking.map(\.description))
  }
}
