import Glibc
import TestSupport
import Testing

/// What drawing and waiting cost.
@Suite(.timeLimit(.minutes(2))) struct CostTests {
  /// The bytes written for a key, and the screen after it.
  private func bytes(for key: String, _ terminal: PseudoTerminal) throws -> Int {
    let before = terminal.output.count
    terminal.send(key)
    try terminal.settle()
    return terminal.output(since: before).count
  }

  @Test func `what does not change is not sent`() throws {
    let terminal = try SessionTests.start(columns: 200, rows: 60)
    #expect(try bytes(for: ",", terminal) == 0)
    let one = try bytes(for: ".", terminal)
    #expect((1..<100).contains(one), "\(one) bytes for one cell")
    #expect(terminal.screen.lines[2] == "Zoë 界 │ .")
    let first = try bytes(for: "F", terminal)
    let second = try bytes(for: "G", terminal)
    #expect((12_000..<14_000).contains(first), "\(first) bytes for 12,000 cells")
    #expect((6_000..<20_000).contains(second), "\(second) bytes for 12,000 cells")
    #expect(terminal.screen.unknown == [])
  }

  /// How often any thread of a process gave up the processor of its own will.
  private func sleeps(of process: Int32) throws -> Int {
    let listing = try #require(opendir("/proc/\(process)/task"))
    defer { closedir(listing) }
    var total = 0
    while let entry = readdir(listing) {
      let thread = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Int(thread) != nil else { continue }
      let status = try #require(TextFile.text("/proc/\(process)/task/\(thread)/status"))
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
      total += Int(line?.split(whereSeparator: { !$0.isNumber }).last ?? "") ?? 0
    }
    return total
  }

  @Test func `a program without work does not wake`() throws {
    let terminal = try SessionTests.start()
    terminal.send("x")
    try terminal.wait(forText: "key(x)")
    try terminal.settle()
    let before = try sleeps(of: terminal.process)
    #expect(terminal.isSilent(for: .seconds(1)))
    #expect(try sleeps(of: terminal.process) == before)
  }
}
