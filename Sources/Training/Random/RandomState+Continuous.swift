extension RandomState {
  /// The next draw from the exponential distribution with mean `scale`: NumPy's `exponential(scale)`.
  public mutating func exponential(scale: Double) -> Double {
    scale * -Libm.log(1 - uniform())
  }

  /// The next draw from the Laplace distribution: NumPy's `laplace(loc, scale)`.
  public mutating func laplace(center: Double, scale: Double) -> Double {
    while true {
      let u = uniform()
      if u >= 0.5 { return center - scale * Libm.log(2 - u - u) }
      if u > 0 { return center + scale * Libm.log(u + u) }
    }
  }
}
