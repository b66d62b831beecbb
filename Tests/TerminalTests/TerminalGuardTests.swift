import Terminal
import Testing

/// Processes that die in raw mode, each on a pseudo-terminal whose modes are looked at afterwards.
@Suite(.serialized) struct TerminalGuardTests {
  @Test func faultRestoresTheTerminal() async throws {
    let terminal = try #require(PseudoTerminal())
    let before = terminal.localModes
    let name = try #require(terminal.name)
    await #expect(processExitsWith: .failure) { [name = name as String] in
      let descriptor = makeRaw(name)
      guard descriptor >= 0 else { exit(EXIT_SUCCESS) }
      abort()
    }
    #expect(terminal.localModes == before)
  }

  @Test func exhaustedStackRestoresTheTerminal() async throws {
    let terminal = try #require(PseudoTerminal())
    let before = terminal.localModes
    let name = try #require(terminal.name)
    await #expect(processExitsWith: .failure) { [name = name as String] in
      let descriptor = makeRaw(name)
      guard descriptor >= 0 else { exit(EXIT_SUCCESS) }
      TerminalGuard.coverCurrentThread()
      exit(Int32(truncatingIfNeeded: endless(0)))
    }
    #expect(terminal.localModes == before)
  }

  @Test func requestToEndRestoresTheTerminalAndEnds() async throws {
    let terminal = try #require(PseudoTerminal())
    let before = terminal.localModes
    let name = try #require(terminal.name)
    await #expect(processExitsWith: .signal(SIGTERM)) { [name = name as String] in
      let descriptor = makeRaw(name)
      guard descriptor >= 0 else { exit(EXIT_SUCCESS) }
      raise(SIGTERM)
    }
    #expect(terminal.localModes == before)
  }

  @Test func exitRestoresTheTerminal() async throws {
    let terminal = try #require(PseudoTerminal())
    let before = terminal.localModes
    let name = try #require(terminal.name)
    await #expect(processExitsWith: .exitCode(3)) { [name = name as String] in
      if makeRaw(name) >= 0 { exit(3) }
    }
    #expect(terminal.localModes == before)
  }
}

@MainActor @Suite struct InterruptTests {
  @Test func signalSetsTheFlagUntilItIsCleared() {
    Interrupt.install()
    #expect(!Interrupt.isRequested)
    raise(SIGINT)
    #expect(Interrupt.isRequested)
    Interrupt.clear()
    #expect(!Interrupt.isRequested)
  }
}

/// Opens the terminal, guards it, and leaves it as no shell would like it; negative when that cannot be done.
private func makeRaw(_ name: String) -> Int32 {
  let descriptor = open(name, O_RDWR | O_NOCTTY)
  TerminalGuard.install(input: descriptor, output: descriptor)
  var modes = termios()
  guard tcgetattr(descriptor, &modes) == 0 else { return -1 }
  cfmakeraw(&modes)
  return tcsetattr(descriptor, TCSANOW, &modes) == 0 ? descriptor : -1
}

/// Recurses without end, in a way that no optimiser turns into a loop.
private func endless(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { buffer in
    buffer.initialize(repeating: depth)
    return endless(depth + 1) &+ buffer[depth & 511]
  }
}
