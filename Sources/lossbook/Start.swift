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
      let message = fullMessage(for: error)
      let harmless = sanitised(message)
      guard harmless != message else { exit(withError: error) }
      Output.plainError(harmless + "\n")
      end(exitCode(for: error).rawValue)
    }
  }
}

// Inside the type the method of the same name would hide the function.
private func end(_ code: Int32) -> Never { exit(code) }
