import Glibc
import JSONLogic
import TestSupport

/// The first screen of programs that everybody knows, in the same run.
struct PagerBenchmark {
  let folder: String
  let launches: Int

  /// By name, of those that are installed.
  func run() throws -> JSON {
    let path = folder + "/lines.txt"
    let lines = Array((1...200).map { "line \($0) of the text\n" }.joined().utf8)
    guard let file = fopen(path, "wb") else { throw ScreensError.failed("writing \(path)") }
    fwrite(lines, 1, lines.count, file)
    fclose(file)
    var report = JSONObject()
    for name in ["less", "nano"] where access("/usr/bin/\(name)", X_OK) == 0 {
      var times: [Duration] = []
      for _ in 0..<launches {
        let session = try ScreenSession("/usr/bin/\(name)", [path], home: folder)
        times.append(
          try session.wait(for: "the text") { $0.text.contains("line 20 of the text") }
        )
      }
      report[name] = LaunchFigures.json(times)
    }
    return .object(report)
  }
}
