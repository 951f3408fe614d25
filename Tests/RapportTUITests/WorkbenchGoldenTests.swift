import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The pages of the workbench as people see them; RAPPORT_UPDATE_GOLDEN=1 rewrites them.
struct WorkbenchGoldenTests {
  private func check(_ size: (Int, Int), _ keys: [String], _ name: String) throws {
    var bench = WorkbenchDefinitions.bench(size.0, size.1)
    for key in keys { bench.press(key) }
    try GoldenScreen.check(bench.frame, name)
  }

  @Test(arguments: GoldenTests.sizes) func segments(size: (Int, Int)) throws {
    try check(size, [], "workbench-segments")
  }

  @Test(arguments: GoldenTests.sizes) func `a tone in full`(size: (Int, Int)) throws {
    try check(size, ["]", "Down", "Enter"], "workbench-tone")
  }

  @Test(arguments: GoldenTests.sizes) func services(size: (Int, Int)) throws {
    try check(size, ["]", "]"], "workbench-services")
  }

  @Test(arguments: GoldenTests.sizes) func `a script with a problem`(size: (Int, Int)) throws {
    try check(size, ["]", "]", "]", "Down", "Enter"], "workbench-script")
  }

  @Test(arguments: GoldenTests.sizes) func `reasons, filtered`(size: (Int, Int)) throws {
    try check(size, ["]", "]", "]", "]", "/", "t", "w"], "workbench-reasons")
  }

  @Test(arguments: GoldenTests.sizes) func gaps(size: (Int, Int)) throws {
    try GoldenScreen.check(GapsTests.bench(size.0, size.1).frame, "workbench-gaps")
  }

  @Test(arguments: GoldenTests.sizes) func `a gap in full`(size: (Int, Int)) throws {
    var bench = GapsTests.bench(size.0, size.1)
    bench.press("Down", "Enter")
    try GoldenScreen.check(bench.frame, "workbench-gap")
  }

  @Test(arguments: GoldenTests.sizes) func goal(size: (Int, Int)) throws {
    try check(size, ["]", "]", "]", "]", "]", "]"], "workbench-goal")
  }
}

/// What is counted of segments as people see it.
struct SegmentGoldenTests {
  private func check(_ size: (Int, Int), _ keys: [String], _ name: String) throws {
    var bench = CountedDefinitions.bench(size.0, size.1)
    for key in keys { bench.press(key) }
    try GoldenScreen.check(bench.frame, name)
  }

  @Test(arguments: GoldenTests.sizes) func `the list, sorted`(size: (Int, Int)) throws {
    try check(size, ["s", "s", "s"], "segment-list")
  }

  @Test(arguments: GoldenTests.sizes) func `who they are`(size: (Int, Int)) throws {
    try check(size, ["Enter"], "segment-who")
  }

  @Test(arguments: GoldenTests.sizes) func members(size: (Int, Int)) throws {
    try check(size, ["Enter", "3"], "segment-members")
  }

  @Test(arguments: GoldenTests.sizes) func `why a member is in`(size: (Int, Int)) throws {
    try check(size, ["Enter", "3", "Enter"], "segment-why")
  }

  @Test(arguments: GoldenTests.sizes) func `how they are served`(size: (Int, Int)) throws {
    try check(size, ["Enter", "4"], "segment-how")
  }

  @Test(arguments: GoldenTests.sizes) func overlaps(size: (Int, Int)) throws {
    try check(size, ["m", "Right"], "segment-overlaps")
  }

  @Test(arguments: GoldenTests.sizes) func `two side by side`(size: (Int, Int)) throws {
    try check(size, ["=", "b", "Enter"], "segment-comparison")
  }
}

/// The forms of definitions as people see them.
struct FormGoldenTests {
  private func bench(_ size: (Int, Int), page: Int, row: Int = 0) -> Bench {
    var bench = WorkbenchDefinitions.bench(size.0, size.1)
    for _ in 0..<page { bench.press("]") }
    for _ in 0..<row { bench.press("Down") }
    bench.press("e")
    return bench
  }

  private func to(_ label: String, _ bench: inout Bench) {
    for _ in 0..<60 where bench.app.definitionForm?.field?.label != label { bench.press("Tab") }
  }

  @Test(arguments: GoldenTests.sizes) func `a tone`(size: (Int, Int)) throws {
    var bench = bench(size, page: 1, row: 1)
    to("Empathy", &bench)
    try GoldenScreen.check(bench.frame, "form-tone")
  }

  @Test(arguments: GoldenTests.sizes) func `a phrase with an error`(size: (Int, Int)) throws {
    var bench = bench(size, page: 1, row: 1)
    to("Greeting", &bench)
    bench.type(" {{#oops")
    try GoldenScreen.check(bench.frame, "form-error")
  }

  @Test(arguments: GoldenTests.sizes) func `an offer`(size: (Int, Int)) throws {
    var bench = bench(size, page: 2, row: 1)
    to("Not for", &bench)
    try GoldenScreen.check(bench.frame, "form-service")
  }

  @Test(arguments: GoldenTests.sizes) func `a script`(size: (Int, Int)) throws {
    var bench = bench(size, page: 3)
    to("Text", &bench)
    try GoldenScreen.check(bench.frame, "form-script")
  }

  @Test(arguments: GoldenTests.sizes) func `a reason`(size: (Int, Int)) throws {
    var bench = bench(size, page: 4)
    to("Examples", &bench)
    try GoldenScreen.check(bench.frame, "form-reason")
  }

  @Test(arguments: GoldenTests.sizes) func `a conflict`(size: (Int, Int)) throws {
    var bench = bench(size, page: 1, row: 1)
    to("Greeting", &bench)
    bench.type("!")
    bench.definitions.documents.files["tones/warm.json"] =
      bench.definitions.documents.files["tones/warm.json"]?
      .setting("Good morning, {{agent.name}} here.", at: ["phrases", "en", "greeting"])
    bench.press("Ctrl-S")
    bench.type("livelier")
    bench.press("Enter")
    try GoldenScreen.check(bench.frame, "form-conflict")
  }

  @Test(arguments: GoldenTests.sizes) func `a conflict about steps`(size: (Int, Int)) throws {
    let (german, condition): (JSONPointer, JSONPointer) = (
      ["steps", "0", "text", "de"], ["condition"]
    )
    let bench = try ConflictTests.bench(
      size: size,
      theirs: { before in
        before.setting("{{> greeting}} Das mit {{ask.orderNumber}} tut uns sehr leid.", at: german)
          .setting([">=": [["var": "behavioral.orders"], 12]], at: condition)
          .changingList(at: ["steps"]) { $0.remove(at: 2) }
      },
      mine: { before in
        before.setting("{{> greeting}} Das mit {{ask.orderNumber}} ist ärgerlich.", at: german)
          .setting([">=": [["var": "behavioral.orders"], 5]], at: condition)
          .setting("It goes back today. {{> closing}}", at: ["steps", "2", "text", "en"])
      }
    )
    try GoldenScreen.check(bench.frame, "form-conflict-steps")
  }
}
