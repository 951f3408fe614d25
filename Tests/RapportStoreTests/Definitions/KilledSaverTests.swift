import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What was acknowledged of changed definitions is there after `kill -9`, whenever it comes.
@Suite(.serialized) struct KilledSaverTests {
  private let objects = [
    DefinitionFixture.loyal, DefinitionReference(.intent, "billing"),
    DefinitionReference(.tone, "made"),
  ]

  @Test
  func `killed while saving, every acknowledged change is there and loading completes the rest`()
    async throws
  {
    let fixture = try DefinitionFixture()
    let seed: UInt64 = 20_261_128
    var random = SplitMix64(seed: seed)
    var completed = 0
    // How often a kill comes between history and files depends on the machine: the time goes over a few
    // saves, and there are more rounds where it never did.
    for round in 0..<600 where round < 25 || completed == 0 {
      let hammer = try HammerProcess(["define", fixture.folder.path, "\(round)", "left"])
      let promised = hammer.kill(
        afterPromises: Int.random(in: 0...3, using: &random),
        spinning: Int.random(in: 0...4_000_000, using: &random)
      ).max()
      let place: Comment = "seed \(seed), round \(round)"
      guard let newest = try newestChange(fixture) else { continue }
      let number = try #require(newest.edits.first?.after?["left"]?.intValue)
      #expect(number >= promised ?? 0, place)
      let (files, problems) = try DocumentFolder(StoreLocation(fixture.folder.path)).read()
      #expect(problems.isEmpty, place)
      let found = DefinitionDocuments(files: files)
      for edit in newest.edits {
        let now = found[edit.reference]
        #expect(now == edit.before || now == edit.after, place)
        if now != edit.after { completed += 1 }
      }
      let loaded = try await fixture.another.load()
      #expect(!loaded.problems.contains { $0.severity == .error }, place)
      for edit in newest.edits {
        #expect(loaded.documents[edit.reference] == edit.after, place)
      }
      let history = try await fixture.another.changes(of: nil, limit: .max)
      #expect(history.allSatisfy { $0.by == "mk" }, place)
    }
    #expect(completed > 0, "seed \(seed): no kill came between history and files")
  }

  @Test
  func `killed while saving, what somebody puts back after the next load stays put back`()
    async throws
  {
    let fixture = try DefinitionFixture()
    let seed: UInt64 = 20_261_129
    var random = SplitMix64(seed: seed)
    var restored = 0
    for round in 0..<16 {
      let hammer = try HammerProcess(["define", fixture.folder.path, "\(round)", "left"])
      _ = hammer.kill(
        afterPromises: Int.random(in: 0...2, using: &random),
        spinning: Int.random(in: 0...4_000_000, using: &random)
      )
      let place: Comment = "seed \(seed), round \(round)"
      _ = try await fixture.another.load()
      guard let newest = try newestChange(fixture), newest.by == "mk",
        let before = newest.edits.first?.before
      else { continue }
      try fixture.folder.write(before.canonical(), to: "segments/loyal.json")
      let loaded = try await fixture.another.load()
      #expect(loaded.documents[DefinitionFixture.loyal] == before, place)
      let changes = try await fixture.another.changes(of: DefinitionFixture.loyal, limit: 1)
      #expect(changes.first?.by == "(outside)", place)
      restored += 1
    }
    #expect(restored > 0, "seed \(seed): nothing was put back")
  }

  /// The last whole line; of a history that is not there yet, none.
  private func newestChange(_ fixture: DefinitionFixture) throws -> DefinitionChange? {
    guard let bytes = try? fixture.folder.read("journal/changes.jsonl") else { return nil }
    let whole = bytes[...(bytes.lastIndex(of: 10) ?? bytes.startIndex - 1)]
    return whole.split(separator: 10).reversed().lazy
      .compactMap { try? JSON(parsing: $0) }
      .compactMap { DefinitionChange(record: $0) }
      .first
  }

  @Test func `two processes that change the same objects at a time lose nothing`() async throws {
    let fixture = try DefinitionFixture()
    let hammers = try ["left", "right"].map {
      ($0, try HammerProcess(["define", fixture.folder.path, "7", $0]))
    }
    hammers.forEach { $0.1.wait(forPromises: 25) }
    for (name, hammer) in hammers {
      let promised = hammer.kill(afterPromises: 25, spinning: 0).max() ?? 0
      let loaded = try await fixture.another.load()
      for reference in objects {
        #expect(loaded.documents[reference]?[name]?.intValue ?? 0 >= promised, "\(name)")
      }
    }
    let changes = try await fixture.another.changes(of: DefinitionFixture.loyal, limit: .max)
    #expect(changes.allSatisfy { $0.by == "mk" })
    let revisions = changes.compactMap { $0.edits.first?.revision }
    #expect(revisions.reversed() == Array(8..<8 + changes.count))
  }

  @Test func `where the disk is full before the history has it, nothing is changed`() async throws {
    let fixture = try DefinitionFixture()
    let before = try fixture.folder.read("segments/loyal.json")
    let said = try HammerProcess(["define-full", fixture.folder.path, "200"]).waitForEnd()
    #expect(said.count == 1)
    #expect(said.first?.contains("journal/changes.jsonl: ") == true)
    #expect(try fixture.folder.read("segments/loyal.json") == before)
    #expect(try fixture.folder.read("journal/changes.jsonl").isEmpty)
  }
}
