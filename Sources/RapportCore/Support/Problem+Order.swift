extension Problem {
  /// By file, then by line and pointer, then the graver one first.
  package static func isBefore(_ left: Problem, _ right: Problem) -> Bool {
    let leftPlace = (left.place.file, left.place.line ?? 0, left.place.pointer ?? "")
    let rightPlace = (right.place.file, right.place.line ?? 0, right.place.pointer ?? "")
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    if left.severity != right.severity { return left.severity > right.severity }
    return left.message < right.message
  }
}
