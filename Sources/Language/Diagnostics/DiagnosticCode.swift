import LossMath

/// Every kind of error there is. Each carries an input that triggers it, and a test goes through them all.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Lexing
  case unexpectedCharacter, unclosedText, badEscape, badNumber, numberTooLarge
  case unclosedBracket, unopenedBracket, mismatchedBracket, nestingTooDeep, nameTooLong, cellTooLong
  // Parsing
  case unexpectedToken, unexpectedEnd, foreignHabit, chainedComparison, badAssignment, badParameter,
    reservedName
  // Names and calls
  case unknownName, unknownFunction, notAFunction, wrongArgumentCount, missingArgument, unknownArgument
  case badArgument, wrongType, unknownField, callsTooDeep, commandInBlock, noValue
  // Shapes and numbers
  case shapesDiffer, productMismatch, emptyVector, badAxis, badIndex, indexOutOfRange, badRange, raggedRows
  case badReshape, tooLarge, tooManyTurns, gradientOfMany, gradientOfNoVariable, assertionFailed
  // Losses
  case probabilityOutOfRange, zeroOneLabels, notPlusMinusOne, plusMinusLabels, labelOutOfRange, rowSum
  case oneHotForIndices, indicesForOneHot, belowMinusOne, badClassIndex, needsRows
  // Distributions
  case outsideSupport, badFit
  // Commands
  case badCommand, unknownOption, unknownSetting, unknownData, unknownLoss, lossDoesNotFit, badData, badFile,
    badWeights
  case missingFile, unwritableFile, fileExists, cannotExport, unknownTopic, cancelled

  /// A script whose last cell ends in this error; nothing where only an interruption does.
  public var example: String? {
    switch self {
    case .unexpectedCharacter: "2 $ 3"
    case .unclosedText: "\"abc"
    case .badEscape: #""a\qb""#
    case .badNumber: "2x"
    case .numberTooLarge: "1e999"
    case .unclosedBracket: "mse([1, 2], [3, 4]"
    case .unopenedBracket: "1 + 2)"
    case .mismatchedBracket: "[1, 2)"
    case .nestingTooDeep: String(repeating: "(", count: Limits.nesting + 1)
    case .nameTooLong: String(repeating: "a", count: Limits.name + 1)
    case .cellTooLong: "1" + String(repeating: " ", count: Limits.line.value) + "+ 1"
    case .unexpectedToken: "1 + , 2"
    case .unexpectedEnd: "1 +"
    case .foreignHabit: "2 ** 3"
    case .chainedComparison: "1 < 2 < 3"
    case .badAssignment: "1 = 2"
    case .badParameter: "f(1) = 2"
    case .reservedName: "pi = 3"
    case .unknownName: "x = 3\ny"
    case .unknownFunction: "mes([1], [2])"
    case .notAFunction: "x = 3\nx(2)"
    case .wrongArgumentCount: "exp(1, 2)"
    case .missingArgument: "mse([1, 2])"
    case .unknownArgument: "mse([1], [2], reductoin=\"sum\")"
    case .badArgument: "mse([1], [2], reduction=\"avg\")"
    case .wrongType: "\"a\" + 1"
    case .unknownField: "d = data circles n=20\nd.z"
    case .callsTooDeep: "f(x) = f(x)\nf(1)"
    case .commandInBlock: "for i in 1..2 { help }"
    case .noValue: "x = help"
    case .shapesDiffer: "mse([1, 2, 3], [1, 2])"
    case .productMismatch: "[[1, 2]] @ [1, 2, 3]"
    case .emptyVector: "mse([], [])"
    case .badAxis: "sum([1, 2], axis=3)"
    case .badIndex: "y = [1, 2]\ny[0.5]"
    case .indexOutOfRange: "y = [1, 2]\ny[5]"
    case .badRange: "1..2 step 0"
    case .raggedRows: "[[1, 2], [3]]"
    case .badReshape: "reshape([1, 2, 3], [2, 2])"
    case .tooLarge: "zeros(1e12)"
    case .tooManyTurns: "for i in 1..1e12 { i }"
    case .gradientOfMany: "p = [1, 2]\ngrad(p^2, p)"
    case .gradientOfNoVariable: "grad(mse([1], [2]), [2])"
    case .assertionFailed: "assert 1 > 2"
    case .probabilityOutOfRange: "bce([1, 0], [2.5, 0.1])"
    case .zeroOneLabels: "hinge([0, 1], [0.5, 0.5])"
    case .notPlusMinusOne: "hinge([1, 3], [0.5, 0.5])"
    case .plusMinusLabels: "bce([-1, 1], [0.5, 0.5])"
    case .labelOutOfRange: "bce([0.5, 3], [0.5, 0.5])"
    case .rowSum: "kl([0.5, 0.5], [0.5, 0.4])"
    case .oneHotForIndices: "sparse_cce([[0, 1], [1, 0]], [[0.2, 0.8], [0.5, 0.5]])"
    case .indicesForOneHot: "cce([1, 0], [[0.2, 0.8], [0.5, 0.5]])"
    case .belowMinusOne: "msle([-2, 1], [1, 1])"
    case .badClassIndex: "sparse_cce([5], [[0.2, 0.8]])"
    case .needsRows: "cce(1, 0.5)"
    case .outsideSupport: "log_prob(bernoulli(0.5), [0, 0.3])"
    case .badFit: "fit normal(mu, sigma) to [2, 2, 2]"
    case .badCommand: "train"
    case .unknownOption: "train circles loss=bce epoch=5"
    case .unknownSetting: "set digit 10"
    case .unknownData: "train squares loss=bce"
    case .unknownLoss: "train circles loss=bse"
    case .lossDoesNotFit: "train regression loss=bce"
    case .badData: "data circles n=-3"
    case .badFile: "data load \"bad.csv\" target=x"
    case .badWeights: "train circles loss=bce weights=\"bad.json\""
    case .missingFile: "train circles loss=bce weights=\"missing.json\""
    case .unwritableFile: "plot [1, 2] to \"fig.svg\""
    case .cannotExport:
      "f(y, p) = mean(sample(normal(0, 1), 1) * 0 + (y - p)^2)\nrun1 = train circles loss=f n=20 epochs=1\n"
        + "export run1 to \"f.py\" as keras"
    case .fileExists: "run1 = train circles loss=bce n=20 epochs=1\nexport run1 to \"bad.json\""
    case .unknownTopic: "help blorpity"
    case .cancelled: nil
    }
  }
}
