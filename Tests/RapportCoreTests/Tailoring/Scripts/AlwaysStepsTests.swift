import Testing

@testable import RapportCore

struct AlwaysStepsTests {
  private func step(_ id: String, _ text: String = "x", at: Step.Position = .start) -> Step {
    var step = Step(
      id: id,
      kind: .say,
      label: LocalizedText([:]),
      text: LocalizedText(["en": text])
    )
    step.at = at
    return step
  }

  private func ids(_ always: [Step], _ steps: [Step]) -> [String] {
    insert(always, steps).map { $0.isAlways ? "*\($0.step.id)" : $0.step.id }
  }

  private func insert(_ always: [Step], _ steps: [Step]) -> [PreparedStep] {
    var problems: [Problem] = []
    let place = Place(file: "a")
    return AlwaysSteps.insert(
      always.map { PreparedStep($0, isAlways: true, at: place, &problems) },
      into: steps.map { PreparedStep($0, isAlways: false, at: place, &problems) }
    )
  }

  @Test func `those for the start follow the greeting, those for the end precede the closing`() {
    let always = [step("record"), step("next", at: .end), step("verify")]
    let steps = [step("open", "{{> greeting}}"), step("body"), step("close", "{{>closing}}")]
    #expect(ids(always, steps) == ["open", "*record", "*verify", "body", "*next", "close"])
    #expect(ids(always, [step("body")]) == ["*record", "*verify", "body", "*next"])
    #expect(ids(always, []) == ["*record", "*verify", "*next"])
    #expect(
      ids(always, [step("one", "{{> greeting}} {{> closing}}")])
        == ["*record", "*verify", "*next", "one"]
    )
  }

  @Test func `a script may move one, not reword it`() {
    let result = insert(
      [step("verify", "the store's")],
      [step("open"), step("verify", "its own"), step("close")]
    )
    #expect(result.map(\.step.id) == ["open", "verify", "close"])
    #expect(result[1].isAlways && result[1].step.text.texts["en"] == "the store's")
  }
}
