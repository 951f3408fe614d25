import Glibc
import JSONLogic
import RapportCore
import RapportStore

/// Changes a store until it is killed, and says on stdout what it has been promised.
///
///     StoreHammer append FILE SEED NAME    {"id": "NAME-1", ...}, ...; prints 1, 2, ...
///     StoreHammer replace FILE SEED ID     a draft of that id, n seconds long; prints 1, 2, ...
///     StoreHammer snapshot FOLDER 0        makes the snapshot of a store again and again; prints 1, 2, ...
///     StoreHammer claim FOLDER COUNT       opens a store's drafts, 1 ... COUNT; prints each one's number or 0
///     StoreHammer define FOLDER SEED NAME  changes three definitions at a time; prints 1, 2, ...
///     StoreHammer define-full FOLDER BYTES the same under a limit on the size of files; prints the error
///     StoreHammer feedback FOLDER 0 NAME   says that a segment does not fit; prints 1, 2, ...
///     StoreHammer full FILE BYTES          appends under a limit on the file's size; prints the error
@main
struct StoreHammer {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let number = UInt64(arguments[3]) else { exit(64) }
    let path = arguments[2]
    do {
      switch arguments[1] {
      case "append": try append(to: path, seed: number, name: arguments.last ?? "")
      case "replace": try replace(path, seed: number, id: arguments.last ?? "")
      case "snapshot": try await makeSnapshots(of: path)
      case "claim": try await claim(in: path, count: Int(number))
      case "define": try await define(in: path, seed: number, name: arguments.last ?? "")
      case "define-full":
        limitFiles(to: number)
        try await define(in: path, seed: number, name: "n")
      case "feedback": try await say(in: path, name: arguments.last ?? "")
      case "full": try fill(path, limit: number)
      default: exit(64)
      }
    } catch {
      say("\(error)")
      exit(2)
    }
  }

  static func append(to path: String, seed: UInt64, name: String) throws {
    var generator = SplitMix64(seed: seed)
    for number in 1... {
      let count = Int.random(in: 1...4, using: &generator)
      let records = (0..<count).map { part -> JSON in
        [
          "id": .string("\(name)-\(number)"), "part": JSON(part), "of": JSON(count),
          "pad": .string(padding(&generator)),
        ]
      }
      try RecordFile(path).append(records)
      say("\(number)")
    }
  }

  static func replace(_ path: String, seed: UInt64, id: String) throws {
    var generator = SplitMix64(seed: seed)
    for number in 1... {
      let value: JSON = [
        "kind": "contact", "id": .string(id), "agent": "mk", "openedAt": "2026-11-22T08:00:00Z",
        "channel": "phone",
        "handleSeconds": JSON(number), "note": .string(padding(&generator)),
      ]
      try AtomicReplace.write(Array(value.canonical().utf8), to: path)
      say("\(number)")
    }
  }

  static func makeSnapshots(of folder: String) async throws {
    let settings = StoreSettings(name: "Hammer", company: "Hammer")
    let definitions = Definitions(settings: settings, catalog: AttributeCatalog(Attribute.builtIn))
    for number in 1... {
      let counts = SegmentCounts(StoreLocation(folder), definitions)
      let summary = try await counts.prepare(at: Instant(seconds: 0))
      if let path = summary.path { try Folder.remove(path) }
      say("\(number)")
    }
  }

  static func claim(in folder: String, count: Int) async throws {
    let contacts = try await DraftFolder(StoreLocation(folder), agent: "mk").load().contacts
    let opened = Set(contacts.compactMap { Int($0.id.rawValue) })
    for number in 1...count { say(opened.contains(number) ? "\(number)" : "0") }
    while true { pause() }
  }

  static func fill(_ path: String, limit: UInt64) throws {
    limitFiles(to: limit)
    for number in 1... {
      try RecordFile(path).append([
        ["id": JSON(number), "pad": "0123456789012345678901234567890123"]
      ])
    }
  }

  static func limitFiles(to limit: UInt64) {
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
  }

  static func padding(_ generator: inout SplitMix64) -> String {
    String(repeating: "x", count: Int.random(in: 0...6_000, using: &generator))
  }

  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
