import Testing

@testable import RapportCore

/// The steps that are said, by the branches that were taken.
struct ScriptWayTests {
  private static func script(_ steps: [(String, Step.Kind, [String])]) -> RenderedScript {
    RenderedScript(
      script: Script(id: "s", title: LocalizedText(["en": "S"]), intent: "i"),
      title: "S",
      channel: .phone,
      language: "en",
      subject: [],
      steps: steps.map { id, kind, next in
        RenderedScript.RenderedStep(
          id: id,
          kind: kind,
          label: id,
          spans: [],
          next: next.map { (label: $0, to: $0) }
        )
      },
      because: "",
      alternatives: []
    )
  }

  private let fork = script([
    ("open", .say, []), ("what", .choose, ["refund", "reserved"]), ("refund", .say, ["close"]),
    ("reserved", .say, ["close"]), ("close", .say, []),
  ])

  @Test func `a way is open at a choice, and goes along the branch that is taken`() {
    #expect(fork.way([:]).steps == ["open", "what"])
    #expect(fork.way([:]).open == "what")
    #expect(fork.way([:]).said == nil)
    let taken = fork.way(["what": "refund"])
    #expect(taken.steps == ["open", "what", "refund", "close"])
    #expect(taken.open == nil && taken.said?.contains("reserved") == false)
  }

  @Test func `after a branch comes what it leads to, never the other one`() {
    #expect(fork.step(after: "refund", ["what": "refund"]) == "close")
    #expect(fork.step(after: "what", ["what": "reserved"]) == "reserved")
    #expect(fork.step(after: "what", [:]) == nil)
    #expect(fork.step(skipping: "what") == "close")
    #expect(fork.step(after: "close", [:]) == nil)
  }

  @Test func `no branch leaves out a step of the store`() {
    var script = fork
    script.steps.insert(
      RenderedScript.RenderedStep(id: "record", kind: .do, label: "", spans: [], always: true),
      at: 4
    )
    #expect(
      script.way(["what": "refund"]).steps == ["open", "what", "refund", "record", "close"]
    )
    #expect(script.step(after: "refund", ["what": "refund"]) == "record")
    #expect(script.step(after: "record", ["what": "refund"]) == "close")
  }

  @Test func `branches that lead back are no fork, and no way is endless`() {
    let loop = Self.script([
      ("fix", .say, []), ("more", .choose, ["fix", "more"]), ("close", .say, []),
    ])
    #expect(loop.way([:]).steps == ["fix", "more", "close"])
    #expect(loop.way(["more": "fix"]).steps == ["fix", "more"])
    let gone = Self.script([("a", .choose, ["nowhere"]), ("b", .say, ["nowhere"]), ("c", .say, [])])
    #expect(gone.way(["a": "nowhere"]).steps == ["a", "b", "c"])
  }
}
