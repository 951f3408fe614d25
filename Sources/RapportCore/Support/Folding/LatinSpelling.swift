/// How letters of Latin, Greek and Cyrillic are spelt in a to z, for searching.
///
/// Latin: the base letter of the canonical decomposition (Unicode 15), and by hand what has none
/// (ł, ø, ß, ı ...). Cyrillic: as passports transliterate (ICAO 9303-3, section 6). Greek: ISO 843,
/// without accents. A point stands for a character that is dropped.
struct LatinSpelling: Sendable {
  private var blocks: [(first: UInt32, spellings: [[UInt8]])]

  static let shared = LatinSpelling()

  private init() {
    blocks = [
      (0x00C0, Self.read(Self.latin)), (0x0386, Self.read(Self.greek)),
      (0x0400, Self.read(Self.cyrillic)), (0x1E00, Self.read(Self.latinAdditional)),
    ]
  }

  private static func read(_ table: String) -> [[UInt8]] {
    table.split { $0 == " " || $0 == "\n" }.map { $0 == "." ? [] : Array($0.utf8) }
  }

  /// The letters a scalar is spelt with, maybe none; nil where it is of another script.
  subscript(scalar: Unicode.Scalar) -> [UInt8]? {
    for block in blocks where scalar.value >= block.first {
      let position = Int(scalar.value - block.first)
      if position < block.spellings.count { return block.spellings[position] }
    }
    return nil
  }

  /// The second way to spell a letter that has two: ä is a or ae, å is a or aa.
  static func long(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar {
    case "Ä", "ä", "Æ", "æ": Array("ae".utf8)
    case "Ö", "ö", "Ø", "ø", "Œ", "œ": Array("oe".utf8)
    case "Ü", "ü": Array("ue".utf8)
    case "Å", "å": Array("aa".utf8)
    default: nil
    }
  }

  /// From U+00C0.
  private static let latin = """
    a a a a a a ae c e e e e i i i i
    d n o o o o o x o u u u u y th ss
    a a a a a a ae c e e e e i i i i
    d n o o o o o - o u u u u y th y
    a a a a a a c c c c c c c c d d
    d d e e e e e e e e e e g g g g
    g g g g h h h h i i i i i i i i
    i i ij ij j j k k k l l l l l l l
    l l l n n n n n n n n n o o o o
    o o oe oe r r r r r r s s s s s s
    s s t t t t t t u u u u u u u u
    u u u u w w y y y z z z z z z s
    b b . . . . o c c d d d d . e e
    e . f g . hv i i k k l . . n n o
    o o . . p p r . . . . t t t t u
    u . v y y z z . . . . . . . . w
    . . . . dz dz dz lj lj lj nj nj nj a a i
    i o o u u u u u u u u u u e a a
    a a ae ae g g g g k k o o o o . .
    j dz dz dz g g hv w n n a a ae ae o o
    a a a a e e e e i i i i o o o o
    r r r r u u u u s s t t y y h h
    n d ou ou z z a a e e o o o o o o
    o o y y l n t j . . a c c l t s
    z . . b u . e e j j q q r r y y
    """

  /// From U+1E00.
  private static let latinAdditional = """
    a a b b b b b b c c d d d d d d
    d d d d e e e e e e e e e e f f
    g g h h h h h h h h h h i i i i
    k k k k k k l l l l l l l l m m
    m m m m n n n n n n n n o o o o
    o o o o p p p p r r r r r r r r
    s s s s s s s s s s t t t t t t
    t t u u u u u u u u u u v v v v
    w w w w w w w w w w x x x x y y
    z z z z z z h t w y a s s s ss .
    a a a a a a a a a a a a a a a a
    a a a a a a a a e e e e e e e e
    e e e e e e e e i i i i o o o o
    o o o o o o o o o o o o o o o o
    o o o o u u u u u u u u u u u u
    u u y y y y y y y y ll ll v v y y
    """

  /// From U+0386.
  private static let greek = """
    a . e i i . o . y o i a v g d e
    z i th i k l m n x o p r . s t y
    f ch ps o i y a e i i y a v g d e
    z i th i k l m n x o p r s s t y
    f ch ps o i y o y o
    """

  /// From U+0400.
  private static let cyrillic = """
    e e dj g ie dz i i j lj nj c k i u dz
    a b v g d e zh z i i k l m n o p
    r s t u f kh ts ch sh shch . y . e iu ia
    a b v g d e zh z i i k l m n o p
    r s t u f kh ts ch sh shch . y . e iu ia
    e e dj g ie dz i i j lj nj c k i u dz
    """
}
