import Language
import Notebook

/// What Jupyter wants to know of a kernel: the files of its directory.
struct Kernelspec {
  /// The kernel's program, from the root on.
  let program: String

  func write(to directory: String) throws(FileProblem) {
    FileBytes.makeDirectories(above: directory + "/")
    try FileBytes.replace(directory + "/" + Self.specification, with: json.line + "\n")
    try FileBytes.replace(directory + "/" + Self.logoFile, with: Self.logo)
  }

  /// Takes away what ``write(to:)`` wrote, and the directory where nothing else is in it.
  static func remove(from directory: String) throws(FileProblem) {
    try FileBytes.remove(directory + "/" + specification)
    try? FileBytes.remove(directory + "/" + logoFile)
    try? FileBytes.removeDirectory(directory)
  }

  private static let specification = "kernel.json"
  private static let logoFile = "logo-svg.svg"

  private var json: JSONValue {
    .object([
      "argv": .list([.text(program), .text("{connection_file}")]),
      "display_name": .text("Lossbook"),
      "language": .text("lossbook"),
      // A signal would have to find the right process; a message is answered while a cell runs.
      "interrupt_mode": .text("message"),
      "metadata": .object(["debugger": .truth(false)]),
    ])
  }

  /// Where the kernel's program may lie: beside this one, or built in the source tree around it.
  static func programs() -> [String] {
    let directories = Files.programDirectories
    let built = directories.flatMap { directory in
      ["release", "debug"].map { directory + "/Jupyter/.build/" + $0 }
    }
    return (directories.prefix(1) + built).map { $0 + "/lossbook-kernel" }
  }

  /// Jupyter's directory for what one user has.
  static var userDirectory: String? {
    if let directory = path("JUPYTER_DATA_DIR") { return directory }
    #if os(macOS)
      return path("HOME").map { $0 + "/Library/Jupyter" }
    #else
      return (path("XDG_DATA_HOME") ?? path("HOME").map { $0 + "/.local/share" }).map { $0 + "/jupyter" }
    #endif
  }

  static var pythonEnvironment: String? { path("VIRTUAL_ENV") ?? path("CONDA_PREFIX") }

  /// A directory that a variable names.
  private static func path(_ variable: String) -> String? {
    Files.variable(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// A loss that falls.
  private static let logo = """
    <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">
    <rect x="2" y="2" width="60" height="60" rx="12" fill="#0072b2"/>
    <path d="M14 12V50H52" fill="none" stroke="#ffffff" stroke-opacity=".6" stroke-width="3" stroke-linecap="round"/>
    <path d="M19 15C23 36 30 42 50 44" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round"/>
    <circle cx="50" cy="44" r="5" fill="#e69f00"/>
    </svg>

    """
}
