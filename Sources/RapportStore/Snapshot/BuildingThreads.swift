import Dispatch

/// Threads for making a snapshot, apart from those that answer questions: while all processors read,
/// somebody types.
final class BuildingThreads: TaskExecutor {
  static let shared = BuildingThreads()

  private let queue = DispatchQueue(
    label: "rapport.snapshot",
    qos: .utility,
    attributes: .concurrent
  )

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
