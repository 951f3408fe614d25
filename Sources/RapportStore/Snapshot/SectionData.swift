import JSONLogic

/// The bytes of a section on its way into a snapshot, wherever they are.
struct SectionData: Sendable {
  let name: String
  let count: Int
  private let read: @Sendable ((UnsafeRawBufferPointer) -> Void) -> Void

  /// Some numbers, which are not copied.
  init(_ name: String, _ numbers: [some BitwiseCopyable & Sendable]) {
    self.name = name
    count = numbers.withUnsafeBytes { $0.count }
    read = { body in numbers.withUnsafeBytes(body) }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    var result: Result?
    read { result = body($0) }
    return result
  }
}
