import RapportDemo
import RapportStore

extension DemoStore {
  /// Writes the whole store into new folders.
  func write(to target: StoreInit) throws(FileError) {
    try target.createFolders()
    let files = definitions()
    for file in files where file.path != "store.json" {
      try target.write(file.bytes, to: file.path)
    }
    for records in Records.allCases {
      try target.stream(to: records.rawValue) { sink throws(FileError) in
        try write(records, into: sink)
      }
    }
    // Last, so that a store which was interrupted half-way is none yet.
    for file in files where file.path == "store.json" {
      try target.write(file.bytes, to: file.path)
    }
  }
}
