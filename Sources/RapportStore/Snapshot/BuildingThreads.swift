import Dispatch

/// Threads for making a snapshot, apart from those that answer questions: while all processors read,
/// somebody types.
///
/// There are as many threads of one quality of service as processors, so that this takes one that
/// nothing else has.
final class BuildingThreads: TaskExecutor {
  static let shared = BuildingThreads()

  private let queue = DispatchQueue(
    label: "rapport.snapshot",
    qos: .background,
    attributes: .concurrent
  )

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
