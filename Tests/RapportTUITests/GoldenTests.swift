import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// The screens people see, kept as text; RAPPORT_UPDATE_GOLDEN=1 rewrites them.
struct GoldenTests {
  static let sizes = [(60, 16), (80, 24), (120, 40), (180, 50)]

  private func hero(_ size: (Int, Int)) -> Bench {
    var bench = Bench(size.0, size.1)
    bench.open("zoe")
    return bench
  }

  private func charged(_ size: (Int, Int), _ query: String = "zoe") -> Bench {
    var bench = Bench(size.0, size.1)
    bench.open(query)
    bench.press("i")
    bench.type("twice")
    bench.press("Enter")
    bench.wait(130)
    return bench
  }

  @Test(arguments: sizes) func `find, empty`(size: (Int, Int)) throws {
    try GoldenScreen.check(Bench(size.0, size.1).frame, "find-empty")
  }

  @Test(arguments: sizes) func `find, hits`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.type("mul")
    bench.press("Down")
    try GoldenScreen.check(bench.frame, "find-hits")
  }

  @Test(arguments: sizes) func `find, none`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.type("qqq")
    try GoldenScreen.check(bench.frame, "find-none")
  }

  @Test(arguments: sizes) func `find, many`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.type("schmidt")
    try GoldenScreen.check(bench.frame, "find-many")
  }

  @Test(arguments: sizes) func `find, while reading`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.store.searched = 800
    bench.type("ana")
    try GoldenScreen.check(bench.frame, "find-reading")
  }

  @Test(arguments: sizes) func `desk, no reason yet`(size: (Int, Int)) throws {
    try GoldenScreen.check(hero(size).frame, "desk-card")
  }

  @Test(arguments: sizes) func `desk, script`(size: (Int, Int)) throws {
    try GoldenScreen.check(charged(size).frame, "desk-script")
  }

  @Test(arguments: sizes) func `desk, a blank`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("Space", "Space")
    bench.wait(10)
    try GoldenScreen.check(bench.frame, "desk-blank")
  }

  @Test(arguments: sizes) func `desk, chat`(size: (Int, Int)) throws {
    var bench = charged(size, "ana")
    bench.press("v", "3", "c")
    try GoldenScreen.check(bench.frame, "desk-chat")
  }

  @Test(arguments: sizes) func `desk, nobody known`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.press("Ctrl-N", "Ctrl-N")
    try GoldenScreen.check(bench.frame, "desk-nobody")
  }

  @Test(arguments: sizes) func `a new caller`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.type("peter schmidt")
    bench.press("Ctrl-N", "Enter")
    try GoldenScreen.check(bench.frame, "caller")
  }

  @Test(arguments: sizes) func `a new caller is asked`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.type("jo lim +49 30 5551234")
    bench.press("Ctrl-N", "Enter", "Enter", "Enter")
    try GoldenScreen.check(bench.frame, "caller-question")
  }

  @Test(arguments: sizes) func `a new caller may be discarded`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.press("Ctrl-N")
    bench.type("Jo")
    bench.press("Esc")
    try GoldenScreen.check(bench.frame, "caller-discard")
  }

  @Test(arguments: sizes) func `find, what is due`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.agenda = AgendaTests.agenda
    bench.type("jo lim")
    bench.press("Ctrl-N", "F2")
    try GoldenScreen.check(bench.frame, "find-due")
  }

  @Test(arguments: sizes) func `find, whom a contact is moved to`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("m", "Ctrl-U")
    bench.type("mul")
    try GoldenScreen.check(bench.frame, "find-move")
  }

  @Test(arguments: sizes) func `desk, a callback is promised`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("b", "o", "3")
    try GoldenScreen.check(bench.frame, "desk-promise")
  }

  @Test(arguments: sizes) func `desk, three contacts`(size: (Int, Int)) throws {
    var bench = charged(size)
    for query in ["ana", "jose"] {
      bench.open(query)
      bench.press("!")
      bench.wait(95)
    }
    bench.press("1")
    bench.wait(5)
    try GoldenScreen.check(bench.frame, "desk-three")
  }

  @Test(arguments: sizes) func `desk, why in full`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("w")
    try GoldenScreen.check(bench.frame, "desk-why")
  }

  @Test(arguments: sizes) func `desk, why line by line`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("w", "Down", "Down", "Down", "Enter", "Down")
    try GoldenScreen.check(bench.frame, "desk-why-tree")
  }

  @Test(arguments: sizes) func `desk, what to ask`(size: (Int, Int)) throws {
    var bench = hero(size)
    bench.press("w", "Esc")
    bench.app.desk.editFront { $0.cursor = .ask }
    try GoldenScreen.check(bench.frame, "desk-ask")
  }

  @Test(arguments: sizes) func `an answer`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("a")
    try GoldenScreen.check(bench.frame, "answer")
  }

  @Test(arguments: sizes) func `palette`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("Ctrl-P")
    bench.type("co")
    try GoldenScreen.check(bench.frame, "palette")
  }

  @Test(arguments: sizes) func `help`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("?")
    try GoldenScreen.check(bench.frame, "help")
  }

  @Test(arguments: sizes) func `reasons`(size: (Int, Int)) throws {
    var bench = hero(size)
    bench.press("i")
    try GoldenScreen.check(bench.frame, "reasons")
  }

  @Test(arguments: sizes) func `outcome`(size: (Int, Int)) throws {
    var bench = charged(size)
    bench.press("o")
    try GoldenScreen.check(bench.frame, "outcome")
  }
}
