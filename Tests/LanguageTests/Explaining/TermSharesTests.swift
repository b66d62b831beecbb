import Testing

@testable import Language

struct TermSharesTests {
  @Test func sharesSumToTheWhole() {
    let shares = TermShares([1, 3, 0], isWeighted: false)
    #expect(shares.values == [0.25, 0.75, 0])
    #expect(shares.largest?.index == 1 && shares.largest?.claim == "makes 75% of the loss")
  }

  @Test func whereTermsCancelNothingIsSaid() {
    #expect(TermShares([1, -3], isWeighted: false).values == nil)
    #expect(TermShares([1], isWeighted: false).values == nil)
    #expect(TermShares([0, 0], isWeighted: false).values == nil)
    #expect(TermShares([1, 2], isWeighted: true).values == nil)
    #expect(TermShares([1, .nan], isWeighted: false).values == nil)
    #expect(TermShares([2, 2], isWeighted: false).largest == nil)
  }

  @Test func anInfinityIsToBlame() {
    let shares = TermShares([1, .infinity], isWeighted: false)
    #expect(shares.values == nil && shares.largest?.claim == "alone makes the loss infinite")
    #expect(TermShares([.infinity, .infinity], isWeighted: false).largest == nil)
  }

  @Test func percentagesAreHonestAtTheEnds() {
    #expect([0, 0.001, 0.61, 0.999, 1].map(TermShares.percent) == ["0%", "<1%", "61%", ">99%", "100%"])
  }

  @Test func theColumnGivesWayWhereTheTableWouldBreak() {
    let call = "explain msle([3.25, 5.5, 2.5, 7.25], [2.5, 5.125, 4.25, 8.5])"
    #expect(shown(call, width: 100).contains("share") && !shown(call, width: 80).contains("share"))
    #expect(
      shown(call, width: 80).contains("i  y_true  y_pred") && shown(call, width: 40).contains("share 7"))
  }

  @Test func hardLabelsHaveShortTerms() {
    let text = shown("explain bce([1, 0, 1], [0.9, 0.2, 0.3])")
    #expect(text.contains("-log(0.9) ") && text.contains("-log(1 - 0.2)") && text.contains("79%"))
  }

  @Test func theLearnersNumbersStandInTheSentence() {
    #expect(
      shown("explain bce([1, 0, 1], [0.9, 0.2, 0.3])").hasSuffix(
        "Element 2 makes 79% of the loss: it was 1 and you gave it 0.3."))
    #expect(shown("explain bce([1, 0], [0, 0.5])").hasSuffix("it was 1 and you gave it 0."))
    #expect(
      shown("explain sparse_cce([1, 0], [[0.2, 0.8], [0.1, 0.9]])").hasSuffix(
        "Row 1, class 0 makes 91% of the loss: it was the true class and you gave it 0.1."))
    #expect(shown("explain bce([1, 0], [2, 3], from_logits=true)").contains("you gave it the logit 3"))
    #expect(!shown("explain kl([0.5, 0.5], [0.9, 0.1])").contains("share"))
  }
}
