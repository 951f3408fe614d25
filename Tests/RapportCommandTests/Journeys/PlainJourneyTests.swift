import TestSupport
import Testing

/// The same without a terminal: lines in, lines out.
struct PlainJourneyTests {
  @Test(arguments: [["--plain"], []])
  func `piped lines find, open and fill`(arguments: [String]) throws {
    let place = try Workplace.harbour()
    let talk = try place.runBare(
      ["--store", place.store] + arguments,
      input: Array("ada br\n1\nreason parcel\nfill 12\nfill AB1234\nquit\nbo\n".utf8),
      environment: ["TERM": ""]
    )
    #expect(talk.status == 0)
    // Whether the tasting is open now is the clock's to say.
    let lines = talk.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.contains { $0.hasPrefix("Offer: Tasting, ") })
    let text = lines.filter { !$0.hasPrefix("Offer: ") }.joined(separator: "\n")
    #expect(
      text == """
        rapport, harbour.
        Type what the caller gives; help lists the commands.
        1 of 3 customers:
        1. Ada Brook, Brook & Sons, T-1
        Type a number to open one.
        Customer: Ada Brook, Brook & Sons, T-1, English
        Belongs to Regulars: 7 orders (5 or more)
        How to speak: respectful
        Tone: Plain, from Regulars
        Never say: “As per our policy”, “unfortunately”
        Type reason and what they say, for the script.
        Reason: Late parcel, from: parcel
        Say: Late parcel, 3 steps
        Why this script: for everybody, in English
        Step 1, Open:
          Hello Ada, this is Mara King of Harbour Tea.
        Step 2, Find it:
          Parcel [Parcel number] is on its way.
        Step 3, Ask the carrier, for you, not to say:
          Open a case.
        Blank: Parcel number
        Parcel number is written differently, such as AB1234.
        Parcel number: AB1234
        Say: Late parcel, 3 steps
        Why this script: for everybody, in English
        Step 1, Open:
          Hello Ada, this is Mara King of Harbour Tea.
        Step 2, Find it:
          Parcel AB1234 is on its way.
        Step 3, Ask the carrier, for you, not to say:
          Open a case.

        """
    )
    #expect(talk.message.contains("use --plain") == arguments.isEmpty)
  }

  @Test func `zoe and 1 give the card of a demo customer`() throws {
    let place = try Workplace.demo()
    let talk = try place.run("--plain", input: "zoe\n1\n")
    #expect(talk.status == 0)
    #expect(talk.text.contains("3 of 300 customers:\n1. "))
    #expect(talk.text.contains("\nCustomer: "))
    #expect(talk.text.contains("\nHow to speak: "))
  }

  @Test func `every answer comes before the next line is read`() throws {
    let place = try Workplace.harbour()
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", "\"$0\" --plain --store \"$1\" | cat", Workplace.rapport, place.store],
      environment: place.environment
    )
    try terminal.wait(forText: "Type what the caller gives")
    terminal.send("bo\n")
    try terminal.wait(forText: "1. Bo Lind")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `a query of the command line is searched, whatever word it is`() throws {
    let place = try Workplace.harbour()
    for word in ["find", "quit", "1", "card", "help"] {
      let talk = try place.runBare(["--store", place.store, "--plain", "--", word])
      #expect(talk.status == 0)
      #expect(
        talk.text.contains("Nobody matches “\(word)”") || talk.text.contains(" of 3 customers:"),
        "\(word)"
      )
    }
    let talk = try place.runBare(["--store", place.store, "--plain", "bo", "lind"])
    #expect(talk.text.contains("1. Bo Lind, T-2"))
  }

  @Test func `raw bytes and endless words are only words that nobody matches`() throws {
    let place = try Workplace.harbour()
    let long = [UInt8](repeating: 0x7A, count: 10_000)
    let lines: [[UInt8]] = [
      [0xFF, 0xFE, 0x00, 0x61], [0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x7A], long, [0xC3], [0x20],
      Array("fill".utf8), Array("say".utf8), Array("99999999999999999999".utf8),
    ]
    let talk = try place.run("--plain", input: "")
    let input = Array(lines.joined(separator: [0x0A])) + [0x0A]
    let more = try place.runBare(["--store", place.store, "--plain"], input: input)
    #expect(talk.status == 0 && more.status == 0)
    #expect(UnsafeScalars.found(in: more.text) == [])
    #expect(more.text.contains("Nobody matches “zzz"))
  }
}
