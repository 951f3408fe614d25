import JSONLogic
import RapportCore
import TestSupport
import Testing

@testable import RapportStore

struct RecallTests {
  /// Names misspelt by a generator of records that link (FEBRL).
  ///
  /// Only some of the larger sets, as a debug build takes its time; `rapport-bench recall` takes all.
  @Test(
    .enabled(if: SharedData.has("linkage/febrl_dataset1.csv")),
    arguments: [("febrl_dataset1", 1), ("febrl_dataset2", 8), ("febrl_dataset3", 20)]
  )
  func `the misspelt are found more often than by comparing groups of letters`(
    set: String,
    each: Int
  ) async throws {
    let people = try #require(LinkedPeople(set))
    let folder = try TemporaryFolder()
    try folder.write(
      RecordFile.lines(
        of: people.originals.reversed().map {
          ["id": .string($0.id), "name": ["full": .string($0.name)]]
        }
      ),
      to: "customers.jsonl"
    )
    let directory = JSONDirectory(
      StoreLocation(folder.path),
      SnapshotContents(SearchedFields(attributes: [])),
      country: nil
    )
    await directory.finishReading()
    // Of equals we put the last of the file first, the cosine the first: hence the other way round.
    let cosine = LetterGroupCosine(people.originals.map(\.name))
    var (ours, theirs) = (Recall(), Recall())
    for misspelt in people.misspelt.enumerated().filter({ $0.offset % each == 0 }).map(\.element) {
      let hits = await directory.find(misspelt.name, limit: 10).hits
      ours.add(hits.firstIndex { $0.id.rawValue == misspelt.id })
      let best = cosine.best(10, like: misspelt.name).map { people.originals[$0].id }
      theirs.add(best.firstIndex(of: misspelt.id))
    }
    print("\(set), \(ours.count) misspelt: ours \(ours.text), letter groups \(theirs.text)")
    #expect(ours.first >= theirs.first, "\(set): \(ours.text), \(theirs.text)")
    #expect(ours.ten >= theirs.ten, "\(set): \(ours.text), \(theirs.text)")
  }
}
