import LossMath

/// How much each term adds to a loss, and which of them adds most.
struct TermShares {
  /// The part of the sum that each term makes; nothing where terms may cancel, or there is only one.
  let values: [Double]?
  /// The largest term and what it does, such as `makes 61% of the loss`; nothing where no term stands out.
  let largest: (index: Int, claim: String)?

  /// - Parameter isWeighted: whether the terms enter the sum with weights of their own.
  init(_ terms: [Double], isWeighted: Bool) {
    let total = Summation.sum(terms)
    let infinite = terms.indices.filter { terms[$0] == .infinity }
    guard !isWeighted, terms.count > 1, terms.allSatisfy({ $0 >= 0 }), total > 0 else {
      (values, largest) = (nil, nil)
      return
    }
    guard total.isFinite else {
      values = nil
      largest = infinite.count == 1 ? (infinite[0], "alone makes the loss infinite") : nil
      return
    }
    let shares = terms.map { $0 / total }
    values = shares
    guard let most = shares.indices.max(by: { shares[$0] < shares[$1] }),
      shares[most] - (shares.min() ?? 0) > 1e-9
    else {
      largest = nil
      return
    }
    largest = (most, "makes \(shares[most] == 1 ? "all" : Self.percent(shares[most])) of the loss")
  }

  static func percent(_ share: Double) -> String {
    if share > 0 && share < 0.005 { return "<1%" }
    if share < 1 && share >= 0.995 { return ">99%" }
    return "\(NumberFormat.text((share * 100).rounded()))%"
  }
}
