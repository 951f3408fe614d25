import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

/// What was acknowledged is there after `kill -9`, whenever it comes.
@Suite(.serialized) struct KilledProcessTests {
  @Test func `killed while appending, every acknowledged line is there and none is glued`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a.jsonl")
    let seed: UInt64 = 20_261_122
    var random = SplitMix64(seed: seed)
    var promised: [String: Int] = [:]
    for round in 0..<50 {
      let hammer = try HammerProcess(["append", folder("a.jsonl"), "\(round)", "r\(round)"])
      promised["r\(round)"] = hammer.kill(
        afterPromises: Int.random(in: 0...6, using: &random),
        spinning: Int.random(in: 0...200_000, using: &random)
      ).max()
      let damaged = try survivors(folder.read("a.jsonl"), promised)
      #expect(damaged <= round + 1, "seed \(seed), round \(round)")
    }
  }

  @Test func `killed while replacing, the file is whole and not older than acknowledged`() throws {
    let folder = try TemporaryFolder()
    let seed: UInt64 = 1_122
    var random = SplitMix64(seed: seed)
    for round in 0..<30 {
      let hammer = try HammerProcess(["replace", folder("a.json"), "\(round)", "a"])
      let promised = hammer.kill(
        afterPromises: Int.random(in: 1...6, using: &random),
        spinning: Int.random(in: 0...200_000, using: &random)
      )
      let value = try JSON(parsing: folder.read("a.json"))
      let number = try #require(value["handleSeconds"]?.intValue)
      #expect(number >= promised.max() ?? 0, "seed \(seed), round \(round)")
    }
  }

  @Test func `killed while saving a draft, the next window finds it`() async throws {
    let folder = try TemporaryFolder()
    let path = folder("drafts/mk/01KB.json")
    try folder.write("{}", to: "drafts/mk/01KA.json")
    let seed: UInt64 = 5
    var random = SplitMix64(seed: seed)
    for round in 0..<20 {
      let hammer = try HammerProcess(["replace", path, "\(round)", "01KB"])
      let promised = hammer.kill(
        afterPromises: Int.random(in: 1...5, using: &random),
        spinning: Int.random(in: 0...200_000, using: &random)
      )
      let drafts = DraftFolder(StoreLocation(folder.path), agent: "mk")
      let open = try await drafts.load()
      #expect(open.problems.map(\.place.file) == ["drafts/mk/01KA.json"])
      let seconds = try #require(open.contacts.first?.handleSeconds)
      #expect(seconds >= promised.max() ?? 0, "seed \(seed), round \(round)")
    }
  }

  /// Drafts, numbered from 1, of a process that has ended.
  private func leaveDrafts(_ count: Int, in folder: TemporaryFolder) throws {
    for number in 1...count {
      let contact = Contact(
        id: Contact.ID("\(number)"),
        agent: "mk",
        customer: nil,
        openedAt: Instant(seconds: Int64(number)),
        channel: .phone
      )
      var draft = contact.draft
      draft["process"] = ["id": 1, "start": "never"]
      try folder.write(JSON.object(draft).canonical(), to: "drafts/mk/\(number).json")
    }
  }

  @Test func `of two windows that open at a time, one takes each draft left behind`() async throws {
    let folder = try TemporaryFolder()
    let count = 8
    for round in 0..<6 {
      try leaveDrafts(count, in: folder)
      let hammers = try (0..<2).map { _ in
        try HammerProcess(["claim", folder.path, "\(count)"])
      }
      hammers.forEach { $0.wait(forPromises: count) }
      let third = try HammerProcess(["claim", folder.path, "\(count)"])
      #expect(third.kill(afterPromises: count, spinning: 0).allSatisfy { $0 == 0 })
      let opened = hammers.flatMap { $0.kill(afterPromises: count, spinning: 0) }
      #expect(opened.filter { $0 > 0 }.sorted() == Array(1...count), "round \(round)")
    }
  }

  @Test func `killed while opening drafts, the next window finds all of them`() async throws {
    let folder = try TemporaryFolder()
    let (count, seed) = (5, UInt64(11))
    var random = SplitMix64(seed: seed)
    for round in 0..<30 {
      try leaveDrafts(count, in: folder)
      let hammer = try HammerProcess(["claim", folder.path, "\(count)"])
      _ = hammer.kill(afterPromises: 0, spinning: Int.random(in: 0...3_000_000, using: &random))
      let open = try await DraftFolder(StoreLocation(folder.path), agent: "mk").load()
      #expect(open.problems.isEmpty, "seed \(seed), round \(round)")
      #expect(open.contacts.map(\.id.rawValue) == (1...count).map(String.init), "round \(round)")
    }
  }

  @Test func `two processes that append at a time lose nothing`() throws {
    let folder = try TemporaryFolder()
    let hammers = try ["left", "right"].map {
      ($0, try HammerProcess(["append", folder("a.jsonl"), "7", $0]))
    }
    var promised: [String: Int] = [:]
    for (name, hammer) in hammers {
      promised[name] = hammer.kill(afterPromises: 60, spinning: 0).max()
    }
    #expect(try survivors(folder.read("a.jsonl"), promised) <= 2)
    #expect(promised.values.allSatisfy { $0 >= 60 })
  }

  /// How many lines are damaged; fails unless every promised batch is there as a whole.
  private func survivors(_ bytes: [UInt8], _ promised: [String: Int]) throws -> Int {
    var parts: [String: Int] = [:]
    var complete: Set<String> = []
    var damaged = 0
    for line in bytes.split(separator: 10) {
      guard let record = try? JSON(parsing: line), let id = record["id"]?.stringValue else {
        damaged += 1
        continue
      }
      parts[id, default: 0] += 1
      if parts[id] == record["of"]?.intValue { complete.insert(id) }
    }
    for (name, count) in promised where count > 0 {
      let missing = (1...count).filter { !complete.contains("\(name)-\($0)") }
      #expect(missing.isEmpty, "\(name) lost \(missing)")
    }
    return damaged
  }
}
