/// Folds numbers one by one, as the arithmetic operations do.
struct Arithmetic {
  let operation: Operator
  private var total: Double
  private var count = 0

  /// Why there is no result.
  enum Fault {
    case tooFewOperands
    case notANumber
  }

  init(_ operation: Operator) {
    self.operation = operation
    total = operation == .multiply ? 1 : 0
  }

  mutating func fold(_ number: Double) {
    count += 1
    switch operation {
    case .add: total += number
    case .multiply: total *= number
    case .min: total = count == 1 ? number : min(total, number)
    case .max: total = count == 1 ? number : max(total, number)
    case .subtract: total = count == 1 ? number : total - number
    case .divide: total = count == 1 ? number : total / number
    default: total = count == 1 ? number : total.truncatingRemainder(dividingBy: number)
    }
  }

  /// The result; minus zero comes out as zero.
  var result: Result<JSON, Failure> {
    let least = operation == .remainder ? 2 : operation == .add || operation == .multiply ? 0 : 1
    guard count >= least else { return .failure(Failure(fault: .tooFewOperands)) }
    let value =
      switch (operation, count) {
      case (.subtract, 1): -total
      case (.divide, 1): 1 / total
      default: total
      }
    guard value.isFinite else { return .failure(Failure(fault: .notANumber)) }
    return .success(JSON(value + 0.0))
  }

  /// A fault as an error.
  struct Failure: Error {
    let fault: Fault
  }
}
