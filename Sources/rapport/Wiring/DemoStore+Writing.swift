import RapportDemo
import RapportStore

extension DemoStore {
  /// Writes the whole store into new folders.
  func write(to target: StoreInit) throws(FileError) {
    try target.createFolders()
    for file in definitions() { try target.write(file.bytes, to: file.path) }
    for records in Records.allCases {
      try target.stream(to: records.rawValue) { sink throws(FileError) in
        try write(records, into: sink)
      }
    }
  }
}
