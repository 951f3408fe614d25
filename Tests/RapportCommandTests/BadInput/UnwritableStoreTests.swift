import Glibc
import JSONLogic
import TestSupport
import Testing

/// Segments are changed where nothing can be written: it is said, and nothing is half done.
struct UnwritableStoreTests {
  private static let setpriv = "/usr/bin/setpriv"
  private static let canDropPrivileges = getuid() != 0 || access(setpriv, X_OK) == 0

  private func files(of place: Workplace) -> [String: String?] {
    let names = ["segments/regulars.json", "journal/changes.jsonl", "services/tasting.json"]
    return Dictionary(names.map { ($0, place.text($0)) }) { first, _ in first }
  }

  @Test(.enabled(if: canDropPrivileges))
  func `a store that may only be read is looked at and not changed`() throws {
    let place = try Workplace.harbour()
    #expect(try place.run("index").status == 0)
    let before = files(of: place)
    let changed = try Program(path: "/bin/chmod", environment: [:]).run(["-R", "a-w", place.store])
    #expect(changed.status == 0)
    func run(_ arguments: [String]) throws -> Program.Outcome {
      let own = ["segment"] + arguments + ["--store", place.store]
      guard getuid() == 0 else { return try place.runBare(own) }
      return try Program(path: Self.setpriv, environment: place.environment)
        .run(["--bounding-set", "-all", "--inh-caps", "-all", Workplace.rapport] + own)
    }
    let look = try run(["retire", "regulars", "--dry-run"])
    #expect(look.status == 0, "\(look.message)")
    #expect(look.text.contains("Nothing was written."))
    let refused = try run(["retire", "regulars", "--reason", "over"])
    #expect(refused.status == 2)
    #expect(refused.message.contains("not saved: "))
    #expect(refused.message.contains("read-only") || refused.message.contains("ermission"))
    #expect(files(of: place) == before)
    // So that the folder can go with the test.
    _ = try Program(path: "/bin/chmod", environment: [:]).run(["-R", "u+w", place.store])
  }

  @Test func `where the disk is full nothing is changed, and it is said`() throws {
    let place = try Workplace.harbour()
    #expect(try place.run("index").status == 0)
    let before = files(of: place)
    // A file may have 512 bytes: as a full disk, it takes a part of the line.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""
    let refused = try Program(path: "/bin/sh", environment: place.environment).run([
      "-c", script, Workplace.rapport, "segment", "retire", "regulars", "--reason",
      String(repeating: "long ", count: 500), "--store", place.store,
    ])
    #expect(refused.status == 2)
    #expect(refused.message.contains("not saved: "), "\(refused.message)")
    #expect(place.text("segments/regulars.json") == before["segments/regulars.json"])
    #expect((place.text("journal/changes.jsonl") ?? "").isEmpty)
    let after = try place.run("segment", "retire", "regulars", "--reason", "over")
    #expect(after.status == 0, "\(after.message)")
  }
}
