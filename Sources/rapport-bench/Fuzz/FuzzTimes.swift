import JSONLogic

/// How long each way of reading took, and in which round it took longest.
struct FuzzTimes {
  private struct Entry {
    var total = Duration.zero
    var slowest = Duration.zero
    var round = 0
    var count = 0
  }

  private var entries: [String: Entry] = [:]

  /// What takes longer than this is a finding.
  private static let limit = Duration.seconds(2)

  /// Notes a time; true where it is too long.
  mutating func add(_ name: String, _ time: Duration, _ round: Int) -> Bool {
    var entry = entries[name] ?? Entry()
    entry.total += time
    entry.count += 1
    if time > entry.slowest {
      entry.slowest = time
      entry.round = round
    }
    entries[name] = entry
    return time > Self.limit
  }

  var json: JSON {
    .object(
      JSONObject(
        entries.sorted { $0.key < $1.key }.map { name, entry in
          (
            key: name,
            value: [
              "readings": JSON(entry.count), "slowestRound": JSON(entry.round),
              "slowestMilliseconds": JSON((entry.slowest / .milliseconds(1)).rounded()),
              "totalSeconds": JSON((entry.total / .milliseconds(100)).rounded() / 10),
            ]
          )
        }
      )
    )
  }
}
