/// The bytes of a weights file, looked through before they are read: the reader takes long for what is no such file.
struct WeightsText {
  /// The members of all objects.
  private(set) var keys = 0
  private var numbers = 0
  private var depth = 0
  private var deepest = 0

  init(_ bytes: [UInt8]) {
    var (isQuoted, isEscaped) = (false, false)
    for byte in bytes {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ":"): keys += 1
      case UInt8(ascii: ","): numbers += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
  }

  /// Two entries for each layer, rows inside of them, and no more numbers than a network may have.
  var mayBeWeights: Bool {
    let layers = TrainingLimits.hiddenLayers.upperBound + 1
    return keys <= 4 * layers && deepest <= 3
      && numbers <= TrainingLimits.parameters + keys
        + TrainingLimits.hiddenWidth.upperBound * layers
  }
}
