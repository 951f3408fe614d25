/// Why a figure would not be of what it says.
enum ScreensError: Error, CustomStringConvertible {
  case notStarted(String)
  case failed(String)
  case notShown(String, screen: String)

  var description: String {
    switch self {
    case .notStarted(let path): "cannot start \(path)"
    case .failed(let what): "\(what) failed"
    case .notShown(let what, let screen): "the screen does not show \(what), but:\n\(screen)"
    }
  }
}
