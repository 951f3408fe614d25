import JSONLogic
import Testing

@testable import RapportCore

/// Two segments with what refers to them.
struct RefiningFixture {
  static let noon = Instant(seconds: 1_795_348_800)
  static let orders: JSON = ["var": "behavioral.orders"]

  var files: [String: JSON] = [
    "store.json": ["name": "x", "defaults": ["timeZone": "UTC"]],
    "attributes.json": MembershipEvaluatorTests.catalog,
    "tones/warm.json": ["id": "warm", "name": "Warm", "voice": [:]],
    "tones/brisk.json": ["id": "brisk", "name": "Brisk", "voice": [:]],
    "services/line.json": ["id": "line", "name": "Priority line", "kind": "benefit"],
    "services/check.json": [
      "id": "check", "name": "Check", "kind": "benefit", "eligibility": ["in_segment": ["b"]],
    ],
    "intents.json": [["id": "late", "title": "Late"]],
    "scripts/late.json": [
      "id": "late", "intent": "late", "title": "Late", "segments": ["b", "a"], "steps": [],
    ],
    "scripts/only.json": [
      "id": "only", "intent": "late", "title": "Only", "segments": ["b"], "steps": [],
    ],
    "segments/a.json": [
      "id": "a", "name": "Loyal", "priority": 10, "revision": 4, "goal": ["text": "Keep them."],
      "rule": [">=": [orders, 10]], "tone": "warm", "services": ["line"], "needs": ["speed"],
      "golden": ["members": ["C-1", "C-2"]],
      "manual": [["customer": "C-7", "member": true, "reason": "key account"]],
    ],
    "segments/b.json": [
      "id": "b", "name": "Big", "priority": 20, "revision": 2, "goal": ["text": "Grow them."],
      "rule": [">=": [orders, 12]], "tone": "brisk", "services": ["line", "check"],
      "needs": ["price"], "golden": ["members": ["C-3"], "nonmembers": ["C-2"]],
      "manual": [["customer": "C-7", "member": false, "reason": "left"]],
    ],
    "segments/c.json": [
      "id": "c", "name": "Rest", "priority": 30, "rule": ["!": [["in_segment": "b"]]],
    ],
  ]

  var definitions: Definitions { Definitions(decoding: DefinitionDocuments(files: files)) }

  var names: SegmentNames {
    let wording = Wording(
      languages: ["en"],
      zone: TimeZones.utc,
      today: TimeZones.utc.date(Self.noon)
    )
    return SegmentNames(definitions, wording: wording)
  }

  func after(_ change: DefinitionChange) -> [DefinitionReference: JSON?] {
    Dictionary(change.edits.map { ($0.reference, $0.after) }) { _, last in last }
  }
}
