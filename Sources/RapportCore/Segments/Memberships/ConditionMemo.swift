import JSONLogic
import Synchronization

/// What conditions said of values before.
///
/// Values repeat from customer to customer far more often than not, and what is said of one never
/// changes within a day.
final class ConditionMemo: Sendable {
  /// Of one condition, by the value it looks at; nil where that is absent.
  typealias Readings = [JSON?: ConditionReading]

  /// More values of one condition are not kept at a time.
  static let limit = 4096
  private let readings: Mutex<[Readings]>

  init(_ count: Int) {
    readings = Mutex(Array(repeating: [:], count: count))
  }

  /// Hands out the readings of all conditions; nobody else has them meanwhile.
  func withReadings<Result: Sendable>(_ body: (inout [Readings]) -> Result) -> Result {
    readings.withLock { body(&$0) }
  }
}
