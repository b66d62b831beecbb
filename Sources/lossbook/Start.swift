import ArgumentParser
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ParsableCommand {
  /// Does what the command line says. What it quotes of it in an error, a terminal shows and does not obey.
  static func start(_ parse: () throws -> ParsableCommand) -> Never {
    do {
      var command = try parse()
      try command.run()
      exit()
    } catch {
      setHelpWidth()
      let message = fullMessage(for: error)
      let harmless = sanitised(message)
      guard harmless != message else { exit(withError: error) }
      Output.plainError(harmless + "\n")
      end(exitCode(for: error).rawValue)
    }
  }
}

/// The argument parser lays its help out by this variable, in a pipe too, and traps where there is no room for a word.
private func setHelpWidth() {
  let columns = Screen.isTerminal(STDOUT_FILENO) ? max(Screen.size().columns, 40) : 80
  setenv("COLUMNS", String(columns), 1)
}

// Inside the type the method of the same name would hide the function.
private func end(_ code: Int32) -> Never { exit(code) }
