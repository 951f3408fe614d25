/// What the files of a store look like from outside, to see that they changed.
struct StoreFingerprint: Sendable {
  private var files: [String: FileStatus] = [:]

  init(_ location: StoreLocation) {
    for folder in ["", "journal"] + DocumentFolder.folders {
      let path = folder.isEmpty ? location.path : location.file(folder)
      for name in (try? Folder.names(in: path)) ?? []
      where !StoreChange(of: name, in: folder).isEmpty {
        files["\(folder)/\(name)"] = try? FileStatus(at: "\(path)/\(name)")
      }
    }
  }

  func changes(since earlier: StoreFingerprint) -> StoreChange {
    var change: StoreChange = []
    for file in Set(files.keys).union(earlier.files.keys) where files[file] != earlier.files[file] {
      let folder = Folder.parent(of: file)
      change.formUnion(StoreChange(of: Folder.name(of: file), in: folder == "/" ? "" : folder))
    }
    return change
  }
}
