import Terminal
import Testing

@testable import RapportTUI

struct ThemeReadingTests {
  private func reading(
    _ name: String,
    _ problems: [String] = [],
    isUsable: Bool = true
  ) -> ThemeSource.Reading {
    ThemeSource.Reading(Theme(name: name), problems: problems, isUsable: isUsable)
  }

  @Test func `what is wrong with the theme that is on is said once, and when it is right again`() {
    var bench = Bench()
    let before = bench.app.log.count
    let broken = reading("terminal", ["terminal.json: line 2", "more"], isUsable: false)
    for _ in 0..<3 { bench.send(.message(.themes([broken, reading("nocturne", ["other"])]))) }
    bench.send(.message(.themes([reading("terminal")])))
    bench.send(.message(.themes([reading("terminal")])))
    #expect(
      bench.app.log.dropFirst(before).map(\.text) == [
        "The theme terminal stays as it was: terminal.json: line 2, and 1 more",
        "The theme terminal is right again",
      ]
    )
  }

  @Test func `a theme that is new can be chosen, and one that is gone stays`() {
    var bench = Bench()
    bench.send(.message(.themes([reading("mine"), reading("broken", ["x"], isUsable: false)])))
    #expect(bench.app.themes == ["mine", "nocturne", "terminal"])
  }

  @Test func `a broken file leaves the theme as it was`() {
    var green = Theme(name: "mine")
    green.palette = ["g": .ansi(2)]
    var shelf = ThemeShelf([green], depth: .trueColor)
    shelf.take([reading("mine", ["x"], isUsable: false), reading("other")])
    #expect(shelf.themes.map(\.name) == ["mine", "other"])
    #expect(shelf.themes.first?.palette == ["g": .ansi(2)])
    shelf.take([reading("mine")])
    #expect(shelf.themes.first?.palette.isEmpty == true)
  }
}
