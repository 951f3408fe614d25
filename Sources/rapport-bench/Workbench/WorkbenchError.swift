/// What makes a measurement of the workbench worthless.
enum WorkbenchError: Error, CustomStringConvertible {
  /// Joiners and leavers do not explain the change of the size.
  case doesNotAddUp(String)

  var description: String {
    switch self {
    case .doesNotAddUp(let segment): "the preview of \(segment) does not add up"
    }
  }
}
