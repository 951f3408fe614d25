import JSONLogic
import RapportCore
import TestSupport
import Testing

@testable import RapportStore

struct KanaSpellingTests {
  @Test(arguments: [
    ("スズキ", "suzuki", "suzuki"), ("たなか", "tanaka", "tanaka"), ("サトウ", "sato", "satou"),
    ("イチロー", "ichiro", "ichiroo"), ("じゅんいち", "junichi", "junichi"),
    ("キョウコ", "kyoko", "kyouko"), ("はっとり", "hattori", "hattori"), ("マッチ", "matchi", "matchi"),
    ("みすゞ", "misuzu", "misuzu"), ("いすヾ", "isuzu", "isuzu"), ("こゝ", "koko", "koko"),
    ("ｽｽﾞｷ", "suzuki", "suzuki"), ("ﾊﾟｳﾛ", "pauro", "pauro"),
    ("か\u{3099}く", "gaku", "gaku"), ("オオノ", "ono", "oono"), ("イノウエ", "inoe", "inoue"),
    ("ニイガタ", "niigata", "niigata"), ("けいこ", "keiko", "keiko"), ("ユウコ", "yuko", "yuuko"),
    ("チャン", "chan", "chan"), ("シャーロット", "sharotto", "shaarotto"),
    ("ジェニファー", "jenifa", "jenifaa"), ("ティファニー", "tifani", "tifanii"),
    ("ヴィクトリア", "vikutoria", "vikutoria"), ("ウィリアム", "wiriamu", "wiriamu"),
    ("シェーン", "shen", "sheen"), ("デュポン", "dyupon", "dyupon"), ("クォーツ", "kwotsu", "kwootsu"),
    ("イェール", "yeru", "yeeru"), ("トゥール", "turu", "tuuru"), ("カァ", "ka", "kaa"),
    ("ッ", "", ""), ("ー", "", ""), ("ァ", "a", "a"), ("ャ", "ya", "ya"), ("\u{3099}", "", ""),
  ])
  func `kana are spelt as in passports, and as they are typed`(
    kana: String,
    short: String,
    full: String
  ) {
    let katakana = KanaSpelling.katakana(kana.unicodeScalars)
    #expect(String(decoding: KanaSpelling.latin(katakana, .short), as: UTF8.self) == short)
    #expect(String(decoding: KanaSpelling.latin(katakana, .full), as: UTF8.self) == full)
  }

  private func hits(_ query: String, among names: [String]) async throws -> [Hit] {
    let folder = try TemporaryFolder()
    let people: [JSON] = names.map { ["id": .string($0), "name": ["full": .string($0)]] }
    try folder.write(RecordFile.lines(of: people), to: "customers.jsonl")
    let contents = SnapshotContents(SearchedFields(attributes: []))
    let directory = JSONDirectory(StoreLocation(folder.path), contents, country: "JP")
    await directory.finishReading()
    return await directory.find(query, limit: 20).hits
  }

  private func found(_ query: String, among names: [String]) async throws -> [String] {
    try await hits(query, among: names).filter { !$0.quality.isDoubtful }.map(\.id.rawValue)
      .sorted()
  }

  private static let names = [
    "スズキ イチロー", "Suzuki Ichiro", "鈴木 一郎", "サトウ ユウコ", "Satō Yūko", "Satou Yuuko", "ﾔﾏﾀﾞ ﾊﾅｺ",
    "ジョン・スミス", "Susan Kim",
  ]

  @Test(arguments: [
    ("suzuki", ["Suzuki Ichiro", "スズキ イチロー"]), ("スズキ", ["Suzuki Ichiro", "スズキ イチロー"]),
    ("すずき", ["Suzuki Ichiro", "スズキ イチロー"]), ("ｽｽﾞｷ", ["Suzuki Ichiro", "スズキ イチロー"]),
    ("suzuki ichiro", ["Suzuki Ichiro", "スズキ イチロー"]), ("ichiro", ["Suzuki Ichiro", "スズキ イチロー"]),
    ("sato", ["Satou Yuuko", "Satō Yūko", "サトウ ユウコ"]),
    ("さとう ゆうこ", ["Satou Yuuko", "Satō Yūko", "サトウ ユウコ"]), ("satou", ["Satou Yuuko", "サトウ ユウコ"]),
    ("yamada", ["ﾔﾏﾀﾞ ﾊﾅｺ"]), ("ヤマダ", ["ﾔﾏﾀﾞ ﾊﾅｺ"]), ("sumisu jon", ["ジョン・スミス"]),
    ("スミス", ["ジョン・スミス"]), ("鈴木", ["鈴木 一郎"]), ("木", ["鈴木 一郎"]), ("ズキ", ["スズキ イチロー"]),
  ])
  func `a Japanese name is found in kana and in Latin letters`(
    query: String,
    names: [String]
  ) async throws {
    #expect(try await found(query, among: Self.names) == names.sorted())
  }

  @Test func `what was found is told as it is stored`() async throws {
    let hit = try await hits("suzuki", among: ["スズキ イチロー"]).first
    #expect(hit?.words.map(\.text) == ["スズキ"])
    #expect(hit?.quality == .exact)
  }
}
