import Foundation

/// Data that is not part of the repository; tests that read it are skipped where it is absent.
enum SharedData {
  private static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = packageRoot.appending(path: "../shared/data").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  static func files(in path: String, suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
      .filter { $0.hasSuffix(suffix) }.sorted().map { "\(path)/\($0)" }
  }

  static func naughtyStrings() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(text("naughty/blns.json").utf8))
  }
}
