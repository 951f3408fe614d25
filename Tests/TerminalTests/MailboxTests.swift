import Synchronization
import Terminal
import Testing

@Suite struct MailboxTests {
  private final class Bell: Sendable {
    let rings = Mutex(0)
  }

  @Test func `only the latest of a kind stays, and the first letter wakes`() {
    let bell = Bell()
    let mailbox = Mailbox<Int> { bell.rings.withLock { $0 += 1 } }
    mailbox.post(1, replacing: "progress")
    mailbox.post(2)
    mailbox.post(3, replacing: "progress")
    #expect(mailbox.drain() == [2, 3])
    #expect(bell.rings.withLock { $0 } == 1)
    #expect(mailbox.drain() == [])
    mailbox.post(4)
    #expect(bell.rings.withLock { $0 } == 2)
  }

  @Test func `many workers lose no letter`() async {
    let mailbox = Mailbox<Int> {}
    await withTaskGroup { group in
      for worker in 0..<8 {
        group.addTask { for number in 0..<100 { mailbox.post(worker * 100 + number) } }
      }
    }
    #expect(mailbox.drain().sorted() == Array(0..<800))
  }
}
