import RapportStore

/// Files of a measurement.
enum BenchmarkFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    try OpenFile(path, for: .creating, mode: 0o600).writeAll(bytes)
  }

  /// How many bytes all files in a folder have; 0 where there is none.
  static func size(ofFolder path: String) throws -> Int {
    guard try FileStatus(at: path) != nil else { return 0 }
    return try Folder.names(in: path).reduce(0) { sum, name in
      guard let status = try FileStatus(at: "\(path)/\(name)") else { return sum }
      switch status.kind {
      case .file: return sum + status.size
      case .folder: return sum + (try size(ofFolder: "\(path)/\(name)"))
      case .other: return sum
      }
    }
  }
}
