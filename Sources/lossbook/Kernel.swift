import ArgumentParser
import Language
import Notebook
import Terminal

struct Kernel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel",
    abstract: "Make Lossbook a kernel of Jupyter.",
    discussion: "Jupyter's notebooks and consoles then offer Lossbook beside Python.",
    subcommands: [KernelInstall.self, KernelUninstall.self])
}

struct KernelInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Tell Jupyter where the kernel is.",
    discussion: "The kernel is the program `lossbook-kernel`, looked for beside this one.")

  @Option(
    help: ArgumentHelp("The kernel, where it does not lie beside this program.", valueName: "program"),
    completion: .file())
  var kernel: String?

  @OptionGroup var place: KernelPlace

  mutating func run() throws {
    setUpLocale()
    let output = Output()
    let directory = try place.directory()
    let program = try program()
    do throws(FileProblem) {
      try Kernelspec(program: program).write(to: directory)
    } catch {
      Output.error("\(directory): \(error.reason)")
      throw ExitCode(1)
    }
    output.write(
      "Jupyter finds the kernel in \(sanitised(directory)).\nStart it with `jupyter lab` or `jupyter console --kernel lossbook`.\n"
    )
    try output.finish()
  }

  private func program() throws -> String {
    if let kernel {
      guard FileBytes.isExecutable(kernel) else {
        Output.error("\(kernel): it is no program")
        throw ExitCode(1)
      }
      return FileBytes.absolute(kernel)
    }
    guard let found = Kernelspec.programs().first(where: FileBytes.isExecutable) else {
      Output.error(
        """
        there is no lossbook-kernel beside this program. In Lossbook's source tree
          swift build -c release --package-path Jupyter --product lossbook-kernel
        builds it; `--kernel PROGRAM` names one that lies elsewhere.
        """)
      throw ExitCode(1)
    }
    return FileBytes.absolute(found)
  }
}

struct KernelUninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Let Jupyter forget the kernel.")

  @OptionGroup var place: KernelPlace

  mutating func run() throws {
    setUpLocale()
    let output = Output()
    let directory = try place.directory()
    do throws(FileProblem) {
      try Kernelspec.remove(from: directory)
    } catch {
      Output.error("\(directory): \(error.isMissing ? "there is no kernel" : error.reason)")
      throw ExitCode(1)
    }
    output.write("The kernel in \(sanitised(directory)) is gone.\n")
    try output.finish()
  }
}

/// For whom the kernel is there.
struct KernelPlace: ParsableArguments {
  @Flag(
    help: "For you alone, in Jupyter's directory below your home. This is what happens without an option.")
  var user = false

  @Option(
    help: ArgumentHelp("For the Jupyter installed below this directory.", valueName: "dir"),
    completion: .directory)
  var prefix: String?

  @Flag(help: "For the Python environment that is active.")
  var sysPrefix = false

  func validate() throws {
    let count = [user, prefix != nil, sysPrefix].count { $0 }
    if count > 1 { throw ValidationError("Only one of --user, --prefix and --sys-prefix can be meant.") }
  }

  /// Where the kernel's files are.
  func directory() throws -> String { try dataDirectory() + "/kernels/lossbook" }

  private func dataDirectory() throws -> String {
    if let prefix { return prefix + "/share/jupyter" }
    if sysPrefix {
      guard let environment = Kernelspec.pythonEnvironment else {
        Output.error("no Python environment is active: activate one, or name its directory with --prefix")
        throw ExitCode(1)
      }
      return environment + "/share/jupyter"
    }
    guard let directory = Kernelspec.userDirectory else {
      Output.error("there is no home directory: name a place with --prefix")
      throw ExitCode(1)
    }
    return directory
  }
}
