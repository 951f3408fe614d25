import Foundation

/// PyPI's jsonschema, run as a program of its own.
enum JSONSchemaValidator {
  static let isInstalled = (try? python("import jsonschema", []))?.status == 0

  /// What does not fit its kind's schema; files that end in `.jsonl` are read line by line.
  static func problems(
    schemas: String,
    files: [(kind: String, path: String)]
  ) throws -> [String] {
    let arguments = [schemas] + files.flatMap { [$0.kind, $0.path] }
    let (status, output) = try python(program, arguments)
    let lines = output.split(separator: "\n").map(String.init)
    return status == 0 || !lines.isEmpty ? lines : ["python3 ended with \(status)"]
  }

  private static let program = """
    import json, sys
    from jsonschema import Draft202012Validator
    folder, pairs = sys.argv[1], sys.argv[2:]
    for kind, path in zip(pairs[::2], pairs[1::2]):
        schema = json.load(open(f"{folder}/{kind}.json"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        text = open(path, encoding="utf-8").read()
        lines = text.splitlines() if path.endswith(".jsonl") else [text]
        for number, line in enumerate(lines, 1):
            for error in validator.iter_errors(json.loads(line)):
                print(f"{path}:{number}: {error.json_path}: {error.message}"[:300])
    """

  private static func python(
    _ program: String,
    _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
