import Testing

@testable import RapportCore

struct FoldingTests {
  @Test(arguments: [
    ("MÜLLER", "muller", "mueller"), ("Mu\u{308}ller", "muller", "mueller"),
    ("Łukasz", "lukasz", "lukasz"),
    ("Straße", "strasse", "strasse"), ("Søren Åse", "soren ase", "soeren aase"), ("ıI", "ii", "ii"),
    ("Ｆｕｌｌ１", "full1", "full1"), ("Nguyễn", "nguyen", "nguyen"), ("Ελλάδα", "ellada", "ellada"),
    ("Щука", "shchuka", "shchuka"), ("李小龍", "李 小 龍", "李 小 龍"), ("١٢٣", "123", "123"),
    ("鈴木イチロー", "鈴 木 イ チ ロ ー", "鈴 木 ichiro"), ("さとう・ゆうこ", "サ ト ウ ユ ウ コ", "sato yuko"),
    ("ｶﾞ か\u{3099}", "ガ ガ", "ga ga"), ("ab・c", "ab c", "ab c"),
    ("a\u{200B}b\u{202E}c", "abc", "abc"), ("\t a \n\u{A0} b\u{7F}", "a b", "a b"),
    ("D’Arc–X", "d'arc-x", "d'arc-x"),
    ("🎉", "🎉", "🎉"), ("", "", ""),
  ])
  func `text is folded`(text: String, short: String, long: String) {
    #expect(String(decoding: Folding.fold(text), as: UTF8.self) == short)
    #expect(String(decoding: Folding.fold(text, .long), as: UTF8.self) == long)
  }

  @Test func `bytes that are no UTF-8 are dropped`() {
    var folded: [UInt8] = []
    let bytes: [UInt8] = [0x41, 0xC3, 0xFF, 0xE2, 0x82, 0x42, 0xF0, 0xED, 0xA0, 0x80]
    bytes.withUnsafeBufferPointer { _ = Folding.fold($0, into: &folded) }
    #expect(folded.filter { $0 < 0x80 } == Array("ab".utf8))
  }
}
