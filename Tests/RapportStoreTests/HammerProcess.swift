import Foundation

/// A running `StoreHammer`; it ends when it is killed.
final class HammerProcess {
  private let process = Process()
  private let output = Pipe()
  private var received: [UInt8] = []

  init(_ arguments: [String]) throws {
    let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    process.executableURL = products.appendingPathComponent("StoreHammer")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// Waits until this many promises were made, a little more, and kills it; all it promised.
  func kill(afterPromises count: Int, spinning turns: Int) -> [Int] {
    wait(forPromises: count)
    var sum = 0
    for turn in 0..<turns { sum &+= turn ^ sum }
    if sum != -1 { Foundation.kill(process.processIdentifier, SIGKILL) }
    return waitForEnd().compactMap { Int($0) }
  }

  func wait(forPromises count: Int) {
    while promises.count < count, receive() {}
  }

  /// All lines it says until it ends by itself.
  func waitForEnd() -> [String] {
    while receive() {}
    process.waitUntilExit()
    return promises
  }

  private var promises: [String] {
    let complete = received.lastIndex(of: 10).map { received[...$0] } ?? []
    return complete.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }

  private func receive() -> Bool {
    let data = output.fileHandleForReading.availableData
    received += data
    return !data.isEmpty
  }
}
