import CTerminal
import Glibc
package import Terminal

extension NcursesTerminal {
  package func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    guard isOpen else { return [.closed] }
    flushOutbox()
    while pending.isEmpty {
      let limit = [deadline, patienceEnds].compactMap(\.self).min()
      let ready = wait(until: limit)
      if ready.hasSignal { takeSignals() }
      if ready.hasInput { takeInput() }
      if ready.isGone { pending.append(.closed) }
      if let ends = patienceEnds, !ready.hasInput, ends <= .now { expireInput() }
      if ready.isWoken {
        _ = wakePipe.drain()
        flushOutbox()
        break
      }
      if let deadline, deadline <= .now { break }
    }
    defer { pending = EventBatch() }
    return pending.events
  }

  private struct Readiness {
    var hasInput = false
    var hasSignal = false
    var isWoken = false
    /// The terminal has hung up.
    var isGone = false
  }

  private func wait(until deadline: ContinuousClock.Instant?) -> Readiness {
    var requests = [device.descriptor, wakePipe.output, signalPipe.output].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = nfds_t(requests.count)
    if settledDescriptor >= 0, poll(&requests, count, 0) == 0 { tellSettled() }
    let timeout = Milliseconds.until(deadline) ?? -1
    guard poll(&requests, count, timeout) > 0 else { return Readiness() }
    let input = Int32(requests[0].revents)
    return Readiness(
      hasInput: input & POLLIN != 0,
      hasSignal: requests[2].revents != 0,
      isWoken: requests[1].revents != 0,
      isGone: input & POLLIN == 0 && input & (POLLHUP | POLLERR | POLLNVAL) != 0
    )
  }

  private func tellSettled() {
    guard !isWorking() else { return }
    var byte: UInt8 = 0x2E
    _ = write(settledDescriptor, &byte, 1)
  }

  private func flushOutbox() {
    for bytes in outbox.drain() { device.write(bytes) }
  }

  // MARK: Input

  private func takeInput() {
    guard let bytes = device.read() else { return pending.append(.closed) }
    for input in decoder.decode(bytes) { take(input) }
    patienceEnds =
      switch decoder.patience {
      case .short: .now + escapeDelay
      case .long: .now + max(escapeDelay, .seconds(1))
      case nil: nil
      }
  }

  private func expireInput() {
    patienceEnds = nil
    for input in decoder.expire() { take(input) }
  }

  func take(_ input: Input) {
    switch input {
    case .key(let key): pending.append(.key(key))
    case .paste(let text): pending.append(.paste(text))
    case .mouse(let mouse): pending.append(.mouse(doubled(mouse)))
    case .focus(let has): pending.append(.focus(has))
    case .reply(.mode(2026, let state)): mayUpdateAtOnce = state == 1 || state == 2
    case .reply: break  // late answers
    }
  }

  /// The second press at a place within 400 ms is a double one.
  private func doubled(_ mouse: Mouse) -> Mouse {
    guard mouse.action == .press else { return mouse }
    let now = ContinuousClock.now
    if let last = lastPress, last.point == mouse.at, now - last.at < .milliseconds(400) {
      lastPress = nil
      return Mouse(.doublePress, at: mouse.at)
    }
    lastPress = (mouse.at, now)
    return mouse
  }

  // MARK: Signals

  private func takeSignals() {
    let numbers = signalPipe.drain().map(Int32.init)
    for (index, number) in numbers.enumerated() {
      // Continued before it came to stopping.
      if number == SIGTSTP, numbers[index...].contains(SIGCONT) { continue }
      take(signal: number)
    }
  }

  func take(signal number: Int32) {
    switch number {
    case SIGWINCH: takeSize()
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    default: pending.append(.closed)
    }
  }

  /// Follows the window's size.
  func takeSize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard ct_window_size(device.descriptor, &rows, &columns) else { return }
    let new = Size(columns: Int(columns), rows: Int(rows))
    guard new != size else { return }
    size = new
    shown = nil
    ct_resize(rows, columns)
    pending.append(.resize(new))
  }
}
