import Glibc

/// Calls the system, again where a signal interrupted it, and turns -1 into an error.
@discardableResult
func systemCall<Result: SignedInteger>(
  _ operation: FileError.Operation,
  _ path: String,
  _ call: () -> Result
) throws(FileError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw FileError(operation, path, code: code) }
  }
}
