import Foundation
import TestSupport
import Testing

/// A little of what scripts/torture does at length: the same moments each time.
@Suite struct TortureTests {
  private static let states = [
    "mse([1, 2", "(((", Key.paste("a = 1\nb = 2"), "\u{12}kep", "x = 1 +\t",
    "for i in 1..1e7 { x = sum(zeros(100)) }\r", "m @ m\r", "sort(sin(big))\r",
    "train circles loss=bce epochs=1000000\r", "compare bce, hinge on circles seeds=20 epochs=1000\r",
    "plot sin(x) * x for x in 0..1e5 step 0.5\r", "lesson 1\r", "next\r", "help bce\r",
  ]

  @Test func interruptsAtAnyMomentLeaveEverythingAsItWas() throws {
    var moments = Moments(seed: 7)
    let sitting = try Sitting()
    let modes = sitting.terminal.modes
    try sitting.enter("kept = [1, 2, 39]", next: 2)
    try sitting.enter("m = ones(700, 700)", next: 3)
    try sitting.enter("big = linspace(0, 1, 200000)", next: 4)
    for turn in 0..<30 {
      sitting.type(Self.states[turn % Self.states.count])
      sitting.terminal.rest(milliseconds: moments.next(200))
      sitting.type(Key.interrupt)
      try sitting.terminal.wait("the prompt after interrupt \(turn)", until: isAtPrompt)
    }
    // The last line may have come to its end before it was interrupted; then this one clears an empty line.
    sitting.type(Key.interrupt)
    try sitting.enter("[sum(kept), len(big), m[0, 0]]")
    #expect(sitting.showsLine("[42, 200000, 1]"))
    #expect(sitting.terminal.modes == modes)
    #expect(try sitting.leave() == .code(0))
  }

  private func isAtPrompt(_ screen: VirtualScreen) -> Bool { screen.beforeCursor.contains(/^\[\d+\][>?] $/) }

  @Test func killsLoseAtMostTheCellThatRuns() throws {
    var moments = Moments(seed: 11)
    let home = try TemporaryDirectory()
    var sure = [0]
    for turn in 0..<10 {
      let sitting = try Sitting(home: home, arguments: turn == 0 ? [] : ["--resume"], isFresh: turn == 0)
      if turn == 0 { try sitting.enter("s = [0]") }
      try sitting.enter("[len(s), sum(s)]")
      let next = turn + 1
      let withNext = sure + [next - 1]
      if turn > 0, sitting.showsLine("[\(withNext.count), \(withNext.reduce(0, +))]") { sure = withNext }
      #expect(sitting.showsLine("[\(sure.count), \(sure.reduce(0, +))]"), "after \(turn) kills")
      sitting.type("s = concat(s, [\(next)])\r")
      sitting.terminal.rest(milliseconds: moments.next(30))
      sitting.terminal.send(SIGKILL)
      #expect(try sitting.terminal.waitForEnd() == .signal(SIGKILL))
    }
  }
}

/// Pseudo-random moments (Lehmer's generator), the same for a seed.
private struct Moments {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: UInt64) -> Int32 {
    state = state * 48271 % 2_147_483_647
    return Int32(state % bound)
  }
}
