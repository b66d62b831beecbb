/// A value to be read in a sentence or beside a bar: four significant digits, whole numbers in full.
func numberText(_ value: Double) -> String {
  guard let exact = DecimalNumber(value) else {
    return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
  }
  let lastDigit = exact.magnitude - 3
  let short = exact.rounded(toPower: exact.magnitude >= 7 ? lastDigit : min(0, lastDigit), for: value)
  guard (-4..<7).contains(short.magnitude) else { return short.scientific }
  return short.fixed(places: short.decimals)
}
