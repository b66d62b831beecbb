extension Traced {
  /// log |Γ(x)| of each element; infinite at 0, −1, −2, …
  ///
  /// For whole numbers it is the logarithm of a factorial: `logGamma(n + 1)` = log n!.
  public func logGamma() throws(MathError) -> Traced {
    try Tape.record(
      [self], try value.map(Libm.logGamma),
      .elementwise { (x, _, g) throws(MathError) in try g * x.polygamma(0) })
  }

  /// The derivative of log Γ of order `order` + 1 at each element: digamma for 0, trigamma for 1. Orders
  /// below 0 count as 0. NaN at 0, −1, −2, …; from trigamma on also below −1000, and past order 100.
  public func polygamma(_ order: Int) throws(MathError) -> Traced {
    let order = Swift.max(order, 0)
    return try Tape.record(
      [self], try value.map { Polygamma.value(order: order, $0) },
      .elementwise { (x, _, g) throws(MathError) in try g * x.polygamma(order + 1) })
  }
}
