import ArgumentParser
import Glibc
import JSONLogic
import RapportCore
import RapportDemo
import RapportStore

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store to start from.",
    discussion: """
      It asks for the goal first: what are segments for in your team? With --demo it makes the \
      made-up company of `rapport demo`.
      """
  )

  @Argument(help: ArgumentHelp("The new store's folder.", valueName: "dir")) var folder: String
  @Option(help: "What your team wants to reach.") var goal: String?
  @Option(help: "The company, as customers know it.") var company: String?
  @Flag(help: "A made-up company with customers.") var demo = false
  @OptionGroup var made: DemoOptions
  @Option(help: "A group of this machine that may read and write.") var group: String?

  func run() throws {
    let target = StoreInit(StoreLocation(folder), group: try group.map(Self.groupID))
    guard try !target.isTaken else {
      throw CommandFailure(
        code: "taken",
        message: "\(folder) is not empty; name a new folder, or open it with --store \(folder)"
      )
    }
    if demo {
      try made.store.write(to: target)
    } else {
      let goal = try goal ?? ask("What do you want to reach, for whom? ")
      let starter = StarterStore(goal: goal, company: company ?? "Our company")
      try target.createFolders()
      for file in starter.files { try target.write(file.bytes, to: file.path) }
      try target.write([], to: "customers.jsonl")
    }
    print("made \(folder)")
    print("open it with: rapport --store \(folder)")
  }

  private func ask(_ question: String) throws(CommandFailure) -> String {
    if isatty(STDIN_FILENO) == 1 {
      print(question, terminator: "")
      fflush(nil)
      if let answer = readLine(), !answer.isEmpty { return answer }
    }
    throw CommandFailure(
      code: "no-goal",
      message: "a store begins with its goal: --goal \"Keep new customers beyond their first year\""
    )
  }

  private static func groupID(_ name: String) throws(CommandFailure) -> UInt32 {
    if let group = getgrnam(name) { return group.pointee.gr_gid }
    throw CommandFailure(code: "no-group", message: "there is no group \"\(name)\"")
  }
}
