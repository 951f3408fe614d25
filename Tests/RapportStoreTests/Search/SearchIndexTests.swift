import JSONLogic
import RapportCore
import Testing

@testable import RapportStore

struct SearchIndexTests {
  private static let contents = SnapshotContents(
    SearchedFields(attributes: ["geographic.city", "geographic.postcode"])
  )

  /// A snapshot of some people, as the bytes of its file.
  private func image(
    _ people: [JSON],
    _ folder: TemporaryFolder,
    headsFrom: Int = PrefixHeads.least
  ) async throws -> (bytes: [UInt8], file: SnapshotFile, source: RecordSource) {
    var contents = Self.contents
    contents.headsFrom = headsFrom
    try folder.write(RecordFile.lines(of: people), to: "customers.jsonl")
    let source = try RecordSource(folder("customers.jsonl"))
    let file = SnapshotFile(StoreLocation(folder.path), contents: contents)
    _ = try await file.prepare(source, limit: source.status.size, longestTail: 0)
    return (try folder.read(".cache/customers.snapshot"), file, source)
  }

  /// What a directory makes of the snapshot that is there, damaged or not.
  private func taken(
    _ file: SnapshotFile,
    _ source: RecordSource
  ) throws -> (Snapshot, CustomerGeneration) {
    let snapshot = try #require(file.read(for: source))
    var generation = CustomerGeneration(source: source)
    let isTaken = generation.take(snapshot)
    #expect(isTaken)
    return (snapshot, generation)
  }

  private func find(_ query: String, in customers: CustomerGeneration) async -> FindResult {
    let finder = CustomerFinder(
      query: SearchQuery(query, plan: DialingPlan(country: "DE")),
      customers: customers,
      familiar: .none,
      fields: Self.contents.fields,
      limit: 20
    )
    let count = customers.count
    return await finder.find(Census(total: count, searched: count, damaged: 0))
  }

  @Test(arguments: 1...3)
  func `words that may be meant are found as by looking at each`(seed: UInt64) async throws {
    var drawn = DrawnFinding(seed: seed)
    let folder = try TemporaryFolder()
    let (_, file, source) = try await image(drawn.people(400), folder)
    let index = try #require(file.read(for: source)?.search)
    var vocabulary: [[UInt8]] = []
    index.withView { view in vocabulary = view.guessable.map { Array(view.word(Int($0))) } }
    var random = SplitMix64(seed: seed)
    for _ in 0..<80 {
      var text = vocabulary.randomElement(using: &random) ?? []
      text = Array(text.prefix(Int.random(in: 1...12, using: &random)))
      if let place = text.indices.randomElement(using: &random) {
        text[place] = UInt8.random(in: 97...122, using: &random)
      }
      let part = LoosePart(text, isUnfinished: .random(using: &random))
      index.withView { view in
        let found = LooseTable([part], in: view).parts[0]
        var expected: [Vocabulary.Word] = []
        for number in view.guessable {
          let word = view.word(Int(number))
          let isAlike = part.sound.isLike(WordSound(word))
          let match = part.match(word, isNear: part.isNear(WordLetters(word)), isAlike: isAlike)
          if match != .none { expected.append(number) }
          let text = String(decoding: text, as: UTF8.self)
          #expect(found[number] == match, "seed \(seed): \(text), \(Array(word))")
        }
        #expect(found.words == expected)
      }
    }
  }

  @Test(arguments: 1...2)
  func `a damaged index finds fewer, and is made anew, but never fails`(seed: UInt64) async throws {
    var drawn = DrawnFinding(seed: seed)
    let people = drawn.people(120)
    let queries = (0..<12).map { _ in drawn.query(people) } + ["a", "030", "c-", "jon.sm"]
    let folder = try TemporaryFolder()
    let (bytes, file, source) = try await image(people, folder, headsFrom: 5)
    let start = try #require(SnapshotImage.open(ColumnMemory(copying: bytes))).sections
      .filter { $0.key.hasPrefix("search.") }.map(\.value.range)
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      var damaged = bytes
      let section = try #require(start.filter { !$0.isEmpty }.randomElement(using: &random))
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: section, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard damaged != bytes else { continue }
      try folder.write(damaged, to: ".cache/customers.snapshot")
      let (snapshot, generation) = try taken(file, source)
      for query in queries {
        let result = await find(query, in: generation)
        for hit in result.hits {
          #expect(people.contains { $0["id"]?.stringValue == hit.id.rawValue })
        }
      }
      #expect(!snapshot.verifySearch() && snapshot.isDamaged)
    }
  }

  @Test func `who has been read is found as written while the first snapshot is made`() async throws
  {
    let folder = try TemporaryFolder()
    let people: [JSON] = [
      ["id": "1", "name": ["full": "Zoë Müller"]], ["id": "2", "name": ["full": "Jon Smith"]],
      ["id": "1", "name": ["full": "Zoë Maier"]], ["id": "2", "deleted": true],
    ]
    try folder.write(RecordFile.lines(of: people), to: "customers.jsonl")
    let source = try RecordSource(folder("customers.jsonl"))
    var reader = SnapshotReader(Self.contents, number: 0, seed: 1)
    let size = source.status.size
    let piece = try reader.read(0..<size, of: source, limit: size, after: nil)
    var generation = CustomerGeneration(source: source)
    generation.read(to: size, seen: source.status)
    generation.take(piece)
    #expect(generation.count == 1 && generation.expected == 1)
    for (query, expected) in [("maier", ["1"]), ("müller", []), ("smith", []), ("meier", [])] {
      let result = await find(query, in: generation)
      #expect(result.hits.map(\.id.rawValue) == expected, "\(query)")
    }
  }

  @Test func `a snapshot of other fields is made anew`() async throws {
    let folder = try TemporaryFolder()
    let (_, _, source) = try await image([["id": "1", "contract": "K-77"]], folder)
    let other = SnapshotContents(SearchedFields(attributes: ["contract"]))
    let file = SnapshotFile(StoreLocation(folder.path), contents: other)
    #expect(file.read(for: source) == nil)
    let directory = JSONDirectory(StoreLocation(folder.path), other, country: nil)
    await directory.finishReading()
    #expect(await directory.find("K-77", limit: 5).hits.map(\.matched) == ["contract"])
    #expect(file.read(for: source) != nil)
  }

  @Test func `what is appended beyond the longest tail is in a new snapshot`() async throws {
    let folder = try TemporaryFolder()
    let (_, _, source) = try await image([["id": "1", "name": ["full": "Ann"]]], folder)
    let directory = JSONDirectory(
      StoreLocation(folder.path),
      Self.contents,
      country: nil,
      longestTail: 100
    )
    await directory.finishReading()
    try RecordFile(folder("customers.jsonl")).append(
      (2...9).map { ["id": .string("\($0)"), "name": ["full": "Ann"]] }
    )
    #expect(await directory.find("ann", limit: 20).count == 9)
    await directory.finishReading()
    #expect(await directory.find("ann", limit: 20).count == 9)
    let file = SnapshotFile(StoreLocation(folder.path), contents: Self.contents)
    #expect(file.read(for: source)?.rowCount == 9)
  }

  @Test(arguments: [
    SearchSections.postingRows, .forwardRows, .backwardRows, .headRows, .guessable, .words,
    .startEnds, .textEnds, .postingEnds, .vocabularyEnds, .soundWords, .names, .postingPlaces,
  ])
  func `numbers beyond all rows are rows of nobody`(section: SearchSections) async throws {
    var drawn = DrawnFinding(seed: 9)
    let people = drawn.people(60)
    let queries = (0..<25).map { _ in drawn.query(people) } + ["jon.sm", "c-0", "030 1", "mul ber"]
    let folder = try TemporaryFolder()
    let (bytes, file, source) = try await image(people, folder, headsFrom: 4)
    let sections = try #require(SnapshotImage.open(ColumnMemory(copying: bytes))).sections
    let range = try #require(sections[section.name]).range
    for byte in [UInt8(0xFF), 0x7F, 0x00] {
      var damaged = bytes
      for position in range { damaged[position] = byte }
      try folder.write(damaged, to: ".cache/customers.snapshot")
      let (_, generation) = try taken(file, source)
      for query in queries {
        _ = await find(query, in: generation)
      }
    }
  }

  @Test func `where who counts is damaged, a change goes to a new snapshot`() async throws {
    let folder = try TemporaryFolder()
    let people: [JSON] = (1...70).map { ["id": .string("\($0)"), "name": ["full": "Ann"]] }
    let (bytes, _, _) = try await image(people, folder)
    let sections = try #require(SnapshotImage.open(ColumnMemory(copying: bytes))).sections
    var damaged = bytes
    damaged[try #require(sections["live"]).range.lowerBound] ^= 1
    try folder.write(damaged, to: ".cache/customers.snapshot")
    let directory = JSONDirectory(StoreLocation(folder.path), Self.contents, country: nil)
    for note in ["first", "second"] {
      let patch = CustomerPatch(
        customer: "7",
        changes: [.init(path: "note", expected: nil, value: .string(note))],
        by: "mk",
        at: Instant(seconds: 1_795_000_000)
      )
      _ = try? await directory.apply(patch)
    }
    #expect(try await directory.customer("7")?.note == "first")
    #expect(await directory.find("ann", limit: 5).count == 70)
    #expect(try folder.lines("customers.jsonl").count == 71)
  }

  @Test func `who was deleted stays so when an earlier piece comes later`() throws {
    let folder = try TemporaryFolder()
    let people: [JSON] = [["id": "1", "name": ["full": "Zoë"]], ["id": "1", "deleted": true]]
    let lines = RecordFile.lines(of: people)
    try folder.write(lines, to: "customers.jsonl")
    let source = try RecordSource(folder("customers.jsonl"))
    let middle = (lines.firstIndex(of: 0x0A) ?? 0) + 1
    var reader = SnapshotReader(Self.contents, number: 0, seed: 1)
    let ranges = [middle..<lines.count, 0..<middle]
    var customers = ScannedCustomers()
    for range in ranges {
      customers.merge(try reader.read(range, of: source, limit: lines.count, after: nil))
    }
    #expect(customers.count == 0 && customers.range(of: "1") == nil)
    #expect(customers.isNamed("1"))
  }

  @Test func `a birth date that many have is found as callers say it`() async throws {
    let folder = try TemporaryFolder()
    let fields = SearchedFields(attributes: ["demographic.birthDate"])
    var contents = SnapshotContents(fields)
    contents.headsFrom = 4
    let people: [JSON] = (1...40).map { number in
      [
        "id": .string("P-\(number)"),
        "demographic": ["birthDate": .string("1980-05-0\(number % 9 + 1)")],
      ]
    }
    try folder.write(RecordFile.lines(of: people), to: "customers.jsonl")
    let directory = JSONDirectory(StoreLocation(folder.path), contents, country: "DE")
    await directory.finishReading()
    #expect(await directory.find("4.5.1980", limit: 20).count == 5)
    #expect(await directory.find("1980-05-04", limit: 20).count == 5)
    #expect(
      await directory.find("p-3 4.5.1980", limit: 20).hits.map(\.id) == ["P-3", "P-39", "P-30"]
    )
  }
}
