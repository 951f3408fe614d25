import Glibc

/// The data of others beside the checkout, which tests use where it is present.
package enum SharedData {
  /// `../shared/data` from the package's root.
  package static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/data"
  }()

  package static func exists(_ name: String) -> Bool {
    access("\(folder)/\(name)", R_OK) == 0
  }

  /// A file's bytes; nil if it cannot be read.
  package static func bytes(_ name: String) -> [UInt8]? {
    TextFile.bytes("\(folder)/\(name)")
  }

  /// The names of a folder's files that end so, sorted.
  package static func files(in name: String, ending: String) -> [String] {
    guard let listing = opendir("\(folder)/\(name)") else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let file = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if file.hasSuffix(ending) { names.append("\(name)/\(file)") }
    }
    return names.sorted()
  }
}
