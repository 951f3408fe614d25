import Glibc
import TestSupport

/// The open contacts of an agent, as they lie on the disk.
struct Drafts {
  let texts: [String]

  init(of agent: String, in store: String) { self.init(folder: "\(store)/drafts/\(agent)") }

  init(folder: String) {
    guard let listing = opendir(folder) else {
      texts = []
      return
    }
    defer { closedir(listing) }
    var texts: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // A draft may be renamed into its place meanwhile.
      guard name.hasSuffix(".json"), let text = TextFile.text("\(folder)/\(name)") else { continue }
      texts.append(text)
    }
    self.texts = texts
  }
}
