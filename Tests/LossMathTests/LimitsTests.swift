import LossMath
import Testing

@Suite struct LimitsTests {
  @Test(arguments: Limits.all) func limitRefusesWhatItCannotBe(_ limit: Limit) {
    let value = limit.value
    #expect(limit.allowed.contains(value))
    #expect(!limit.set(0))
    #expect(!limit.set(limit.allowed.upperBound + 1))
    #expect(limit.value == value)
    #expect(limit.set(value))
    #expect(Limits.named(limit.name) === limit)
    #expect(limit.remedy.contains("--limit \(limit.name)="))
  }

  @Test func namesAreDifferent() {
    #expect(Set(Limits.all.map(\.name)).count == Limits.all.count)
    #expect(Limits.named("speed") == nil)
  }

  /// Sizes are multiplied and shifted by these, so that nothing may come near to an overflow.
  @Test func noLimitIsNearAnOverflow() {
    for limit in [Limits.record, Limits.memory, Limits.script, Limits.file] {
      #expect(limit.allowed.upperBound < 1 << 40)
    }
    #expect(Limits.stack < 8 << 20)
  }
}
