import JSONLogic
import Testing

@testable import RapportCore

struct DefinitionTrialTests {
  private let moment = Instant(seconds: 1_800_000_000)

  private func trial(_ files: [String: JSON]) -> DefinitionTrial {
    var files = files
    files["store.json"] = ["name": "test", "format": 1]
    return DefinitionTrial(
      Definitions(decoding: DefinitionDocuments(files: files)),
      at: moment
    )
  }

  private func change(_ edits: DefinitionChange.Edit...) -> DefinitionChange {
    DefinitionChange(id: "1", at: moment, by: "mk", reason: "", edits: edits)
  }

  @Test func `only what a change makes wrong is new`() {
    let segment: JSON = ["id": "a", "name": "A", "priority": 1, "tone": "none"]
    let trial = trial(["segments/a.json": segment])
    #expect(trial.problems.contains { $0.message == "there is no tone \"none\"" })
    var renamed = segment
    renamed["name"] = "B"
    let reference = DefinitionReference(.segment, "a")
    let same = trial.outcome(of: change(.init(reference, before: segment, after: renamed)))
    #expect(same.newProblems.isEmpty && !same.isRefused)
    #expect(same.definitions.segments.first?.name == "B")
    renamed["services"] = ["missing"]
    let worse = trial.outcome(of: change(.init(reference, before: segment, after: renamed)))
    #expect(worse.isRefused)
    #expect(
      worse.newProblems.map(\.description) == [
        "segments/a.json#/services/0: there is no service \"missing\""
      ]
    )
  }

  @Test func `a problem of an item is not new because others came before it`() {
    let bad: JSON = ["id": "z", "title": "Z", "offers": "sometimes"]
    let trial = trial(["intents.json": [bad]])
    #expect(trial.problems.contains { $0.place.pointer == "/0/offers" })
    let outcome = trial.outcome(
      of: change(
        .init(DefinitionReference(.intent, "a"), before: nil, after: ["id": "a", "title": "A"])
      )
    )
    #expect(outcome.problems.contains { $0.place.pointer == "/1/offers" })
    #expect(!outcome.newProblems.contains { $0.place.pointer == "/1/offers" })
  }

  @Test func `what can never be written is told too`() {
    let outcome = trial([:]).outcome(
      of: change(
        .init(DefinitionReference(.tone, "warm"), before: nil, after: ["id": "w", "name": "W"])
      )
    )
    #expect(outcome.isRefused)
  }
}
