import Testing

@testable import RapportStore

struct WordSoundTests {
  /// The first five are the examples of Postel's paper and of the articles about it.
  @Test(arguments: [
    ("wikipedia", "3412"), ("mullerludenscheidt", "65752682"), ("breschnew", "17863"),
    ("muller", "657"), ("heinz", "068"), ("meyer", "67"), ("maier", "67"), ("mayr", "67"),
    ("schmidt", "862"), ("schmitt", "862"), ("philipp", "351"), ("filip", "351"), ("axel", "0485"),
    ("caesar", "487"), ("celine", "856"), ("", ""),
  ])
  func `cologne phonetics gives the published digits`(word: String, key: String) {
    #expect(String(decoding: ColognePhonetics.key(Array(word.utf8)), as: UTF8.self) == key)
  }

  @Test(arguments: [
    ("knight", "night"), ("philips", "filips"), ("mackenzie", "mckenzie"), ("john", "jon"),
    ("diane", "dian"), ("katherine", "catherine"), ("browne", "brown"),
  ])
  func `NYSIIS gives one key to names that sound alike`(one: String, other: String) {
    #expect(NYSIIS.key(Array(one.utf8)) == NYSIIS.key(Array(other.utf8)))
  }

  @Test(arguments: [
    ("meyer", "maier"), ("smith", "smyth"), ("jon", "john"), ("philip", "filip"),
    ("stefan", "stephan"),
    ("catherine", "kathryn"), ("cecilia", "sesilia"), ("bologna", "bolona"), ("knight", "night"),
    ("schmidt", "schmitt"), ("guillermo", "gillermo"), ("hernandez", "ernandes"),
    ("xavier", "javier"), ("carsten", "karsten"), ("bauer", "baur"), ("thomas", "tomas"),
  ])
  func `these sound alike`(one: String, other: String) {
    #expect(WordSound(Array(one.utf8)).isLike(WordSound(Array(other.utf8))))
  }

  @Test(arguments: [
    ("anna", "otto"), ("berlin", "bonn"), ("ab12", "ab12"), ("li", "li"), ("田", "田"),
    ("muller", "schmidt"),
  ])
  func `these do not`(one: String, other: String) {
    #expect(!WordSound(Array(one.utf8)).isLike(WordSound(Array(other.utf8))))
  }
}
