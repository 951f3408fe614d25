import Foundation
import Synchronization
import Terminal
import Testing

@Suite struct VirtualTerminalTests {
  @Test func `a script is played to its end and then the terminal closes`() {
    let terminal = VirtualTerminal(
      size: Size(columns: 80, rows: 24),
      script: [
        .events([.key(.enter), .resize(Size(columns: 60, rows: 16))]), .deadline,
      ]
    )
    #expect(terminal.events(until: nil).count == 2)
    #expect(terminal.size == Size(columns: 60, rows: 16))
    #expect(terminal.events(until: .now) == [])
    #expect(terminal.events(until: nil) == [.closed])
  }

  @Test func `a worker's letter ends the sleep`() {
    let terminal = VirtualTerminal(size: Size(columns: 1, rows: 1), script: [.wake])
    let mailbox = Mailbox<String>(wake: terminal.wake)
    // A thread, as tests that wait may hold every one that tasks could run on.
    Thread.detachNewThread { mailbox.post("found") }
    #expect(terminal.events(until: nil) == [])
    #expect(mailbox.drain() == ["found"])
  }

  @Test func `frames and copies are kept`() {
    let terminal = VirtualTerminal(size: Size(columns: 3, rows: 1), keys: [.enter])
    var canvas = Canvas(size: terminal.size)
    canvas.put("abc", at: .zero)
    terminal.present(Frame(canvas: canvas, title: "t"), theme: .plain)
    #expect(terminal.frame?.canvas.textRows == ["abc"])
    let outcomes = Mutex<[String]>([])
    terminal.copy("x") { outcome in outcomes.withLock { $0.append(outcome.words) } }
    #expect(outcomes.withLock(\.self) == ["copied (virtual)"])
    #expect(terminal.copied == ["x"])
  }
}
