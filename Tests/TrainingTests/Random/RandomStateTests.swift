import Testing
import Training

@Suite struct RandomStateTests {
  private func draws<T>(_ count: Int, seed: UInt32, _ next: (inout RandomState) -> T) -> [T] {
    var random = RandomState(seed: seed)
    return (0..<count).map { _ in next(&random) }
  }

  @Test func words() {
    #expect(
      draws(5, seed: 1) { $0.word() } == [
        1_791_095_845, 4_282_876_139, 3_093_770_124, 4_005_303_368, 491_263,
      ])
    #expect(
      draws(5, seed: 2) { $0.word() }
        == [1_872_583_848, 794_921_487, 111_352_301, 4_000_937_544, 2_360_782_358])
  }

  @Test func uniformOnTheUnitInterval() {
    #expect(
      draws(5, seed: 1) { $0.uniform() } == [
        0.417022004702574, 0.7203244934421581, 0.00011437481734488664, 0.30233257263183977,
        0.14675589081711304,
      ])
    #expect(
      draws(5, seed: 2) { $0.uniform() } == [
        0.43599490214200376, 0.025926231827891333, 0.5496624778787091, 0.4353223926182769,
        0.42036780208748903,
      ])
  }

  @Test func uniformBetweenBounds() {
    #expect(
      draws(3, seed: 1) { $0.uniform(-10, 10) } == [
        -1.6595599059485195, 4.4064898688431615, -9.997712503653101,
      ])
  }

  @Test func standardNormal() {
    #expect(
      draws(5, seed: 1) { $0.standardNormal() } == [
        1.6243453636632417, -0.6117564136500754, -0.5281717522634557, -1.0729686221561705,
        0.8654076293246785,
      ])
    #expect(
      draws(5, seed: 2) { $0.standardNormal() } == [
        -0.4167578474054706, -0.056266827226329474, -2.136196095668454, 1.6402708084049886,
        -1.7934355851948631,
      ])
  }

  @Test func normalWithADeviation() {
    #expect(
      draws(3, seed: 1) { $0.normal(deviation: 0.1) } == [
        0.16243453636632418, -0.06117564136500754, -0.052817175226345575,
      ])
  }

  @Test func theSecondNormalWaitsThroughOtherDraws() {
    var random = RandomState(seed: 1)
    _ = random.standardNormal()
    #expect(random.uniform() == 0.00011437481734488664)
    #expect(random.standardNormal() == -0.6117564136500754)
  }

  @Test func intervals() {
    #expect(draws(5, seed: 1) { $0.interval(through: 9) } == [5, 8, 9, 5, 0])
    #expect(draws(5, seed: 1) { $0.interval(through: 999) } == [37, 235, 908, 72, 767])
    #expect(draws(5, seed: 2) { $0.interval(through: 999) } == [168, 527, 493, 584, 534])
  }

  @Test func anIntervalOfOneNumberDrawsNothing() {
    var random = RandomState(seed: 1)
    #expect(random.interval(through: 0) == 0)
    #expect(random.word() == 1_791_095_845)
  }

  @Test func permutations() {
    var one = RandomState(seed: 1)
    var two = RandomState(seed: 2)
    #expect(one.permutation(10) == [2, 9, 6, 4, 0, 3, 1, 7, 8, 5])
    #expect(two.permutation(10) == [4, 1, 5, 0, 7, 2, 3, 6, 9, 8])
    #expect(one.permutation(0).isEmpty && one.permutation(-3).isEmpty)
  }

  @Test func shufflesOfAThousand() {
    var random = RandomState(seed: 1)
    var values = Array(0..<1000)
    random.shuffle(&values)
    #expect(values.prefix(10) == [507, 818, 452, 368, 242, 929, 262, 810, 318, 49])
  }
}
