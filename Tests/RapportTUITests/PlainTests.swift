import RapportCore
import Testing

@testable import RapportTUI

struct PlainTests {
  private func session() -> PlainSession {
    PlainSession(
      ports: MemoryPorts().ports,
      knowledge: PreviewGuide.knowledge,
      agent: PreviewDefinitions.agent
    )
  }

  private let now = PreviewStore.now

  @Test func `finding, opening and reading a script takes three lines`() async {
    var session = session()
    let found = await session.answer("mul", now: now)
    #expect(found.first == "3 of 2,000 customers:")
    #expect(found[1].hasPrefix("1. Zoë Müller, Berlin"))
    #expect(found.contains { $0.contains("found by sound: confirm who it is") })
    let card = await session.answer("1", now: now)
    #expect(card.contains("Belongs to Loyal advocates: 14 orders (12 or more)"))
    #expect(card.contains { $0.hasPrefix("Never say: “As per our policy”") })
    #expect(card.contains { $0.hasPrefix("Last: 2 days ago, e-mail, Charged twice, not solved") })
    let script = await session.answer("reason charged twice", now: now)
    #expect(script[0] == "Reason: Charged twice, from: charged, twice")
    #expect(script[1] == "Say: Doppelt abgebucht, 5 steps")
    #expect(script.last == "Blank: Bestellnummer")
  }

  @Test func `what sounds upset is said, and set only when asked for`() async {
    var session = session()
    _ = await session.answer("zoe", now: now)
    _ = await session.answer("1", now: now)
    let script = await session.answer("reason you charged me twice, ridiculous!!", now: now)
    #expect(script[1] == "Sounds upset: “ridiculous”, “!!”; mood upset sets it")
    #expect(await session.answer("mood angry", now: now) == ["Moods: calm, upset."])
    #expect(await session.answer("mood upset", now: now) == ["Upset: apology first, offers wait."])
  }

  @Test func `a blank is filled with what fits only`() async {
    var session = session()
    _ = await session.answer("zoe", now: now)
    _ = await session.answer("1", now: now)
    _ = await session.answer("reason 1", now: now)
    let refused = await session.answer("fill 12", now: now)
    #expect(refused == ["Bestellnummer is written differently, such as AB-123456."])
    let filled = await session.answer("fill AB-999999", now: now)
    #expect(filled.contains { $0.contains("Zahlung zu AB-999999") })
  }

  @Test func `another script is chosen by its number`() async {
    var knowledge = PreviewGuide.knowledge
    let guide = knowledge.guide
    knowledge.guide = { known, situation in
      var guidance = guide(known, situation)
      let other = RenderedScript.Alternative(
        id: "plain",
        title: "Plain answer",
        language: "de",
        because: "for everybody, in German"
      )
      if situation.script == "plain" { guidance.script?.title = "Plain answer" }
      guidance.script?.alternatives = [other]
      return guidance
    }
    var session = PlainSession(
      ports: MemoryPorts().ports,
      knowledge: knowledge,
      agent: PreviewDefinitions.agent
    )
    #expect(await session.answer("script", now: now) == ["No script yet: type reason."])
    _ = await session.answer("zoe", now: now)
    _ = await session.answer("1", now: now)
    let best = await session.answer("reason 1", now: now)
    #expect(
      best[2] == "Others that would do: Plain answer (plain) for everybody, in German"
    )
    let listed = await session.answer("script", now: now)
    #expect(listed[1] == "2. Plain answer, for everybody, in German")
    #expect(await session.answer("script 2", now: now).first == "Say: Plain answer, 5 steps")
    #expect(await session.answer("script 1", now: now).first == best.first)
  }

  @Test func `nobody found says so, and quit ends it`() async {
    var session = session()
    let found = await session.answer("find qqq", now: now)
    #expect(found.first?.hasPrefix("Nobody matches “qqq”") == true)
    #expect(!session.isDone)
    _ = await session.answer("quit", now: now)
    #expect(session.isDone)
  }

  @Test func `every command of the help does something`() async {
    for line in PlainSession.help {
      guard let word = line.split(separator: " ").first, word != "words", word != "a" else {
        continue
      }
      var session = session()
      _ = await session.answer("zoe", now: now)
      _ = await session.answer("1", now: now)
      let said = await session.answer(String(word), now: now)
      #expect(!said.isEmpty || session.isDone, "\(word)")
    }
  }
}
