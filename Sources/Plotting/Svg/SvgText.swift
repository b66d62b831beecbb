/// Text with the characters escaped that mean something in XML, and without those that XML forbids.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result += " "
    default:
      let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      if !isForbidden { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}

/// A coordinate to a tenth of a pixel.
func pixels(_ value: Double) -> String {
  let tenths = (value * 10).whole(in: -1_000_000_000...1_000_000_000)
  return DecimalNumber(significand: tenths, exponent: -1).fixed(places: tenths % 10 == 0 ? 0 : 1)
}

/// The points of a path or polygon.
func pixels(_ points: [Point]) -> String {
  points.map { "\(pixels($0.x)),\(pixels($0.y))" }.joined(separator: " ")
}

/// About how wide a text is in the font of the figure, whose real width only the browser knows.
func estimatedWidth(_ text: String) -> Double {
  Double(displayWidth(text)) * 6.6
}

/// A text cut to an estimated width.
func fitted(_ text: String, pixels room: Double) -> String {
  fitted(text, cells: (room / 6.6).rounded(.down).whole(in: 0...10_000), .braille)
}
