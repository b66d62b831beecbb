import Testing

@testable import Language

struct RunVerdictTests {
  /// From the binomial distribution: twice the smaller tail.
  @Test(arguments: [
    (0, 0, 1.0), (1, 0, 1), (5, 0, 0.0625), (6, 0, 0.03125), (15, 5, 0.04138946533203125),
    (14, 6, 0.1153182983398437), (10, 10, 1), (18, 2, 0.0004024505615234375),
  ])
  func signTest(_ a: Int, _ b: Int, _ expected: Double) {
    #expect(isNear(SignTest.probability(a, b), expected, 1e-12))
    #expect(SignTest.probability(a, b) == SignTest.probability(b, a))
  }

  @Test func signTestOfManySeeds() {
    #expect(SignTest.probability(5_200, 4_800) < 0.05 && SignTest.probability(5_010, 4_990) > 0.05)
    #expect(SignTest.probability(535, 465) < 0.05 && SignTest.probability(525, 475) > 0.05)
    #expect(SignTest.probability(10_000, 0) == 0)
  }

  /// The same number of wins may be clear or not: ties and losses make the difference.
  @Test func tiesAreTold() {
    #expect(PairedSeeds(wins: 14, losses: 3, count: 20).tally == "14 of 20, 3 equal")
    #expect(PairedSeeds(wins: 14, losses: 6, count: 20).tally == "14 of 20")
    #expect(PairedSeeds(wins: 14, losses: 3, count: 20).isClear)
    #expect(!PairedSeeds(wins: 14, losses: 5, count: 20).isClear)
  }

  @Test func fiveOfFiveAreTooFewToShowIt() {
    #expect(PairedSeeds(wins: 5, losses: 0, count: 5).isEverySeed)
    #expect(!PairedSeeds(wins: 4, losses: 0, count: 5).isEverySeed)
    #expect(!PairedSeeds(wins: 0, losses: 0, count: 0).isEverySeed)
    let text = shown(
      "d = data regression standardize=on\nsweep epochs in [1, 20] on d loss=mse seeds=5"
    ).split(separator: "\n").joined(separator: " ")
    #expect(
      text.contains(
        "With every seed it ends lower than epochs = 1, but 5 seeds are too few to tell that from chance."),
      "\(text)")
    #expect(!text.contains("do not show"))
  }

  @Test func quartilesAreNumPys() throws {
    let five = try #require(Quartiles([5, 1, 4, 2, 3]))
    #expect(five.low == 2 && five.median == 3 && five.high == 4)
    let four = try #require(Quartiles([4, 1, .nan, 2, 3]))
    #expect(four.low == 1.75 && four.median == 2.5 && four.high == 3.25)
    let one = try #require(Quartiles([7]))
    #expect(one.low == 7 && one.median == 7 && one.high == 7)
    #expect(Quartiles([]) == nil && Quartiles([.nan]) == nil)
  }

  @Test func whatDivergedIsInfinitelyBad() throws {
    let losses = try #require(Quartiles([1, 2, .infinity, 3]))
    #expect(losses.low == 1.75 && losses.median == 2.5 && losses.high == .infinity)
    let all = try #require(Quartiles([.infinity, .infinity]))
    #expect(all.median == .infinity)
    let accuracies = try #require(Quartiles([0.5, -.infinity, 0.6, 0.7]))
    #expect(accuracies.low == -.infinity && isNear(accuracies.median, 0.55))
  }
}
