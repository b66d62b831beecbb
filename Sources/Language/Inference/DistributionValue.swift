import LossMath

/// A distribution with its parameters, such as `normal(0, 1)`.
public struct DistributionValue {
  let family: Distribution
  /// In the order of the family's parameters; they may be variables of a gradient.
  let parameters: [Traced]

  var values: [Tensor] { parameters.map(\.value) }
  var detached: DistributionValue {
    DistributionValue(family: family, parameters: parameters.map(\.detached))
  }

  func parameter(_ name: String) -> Traced? {
    family.parameters.firstIndex { $0.name == name }.map { parameters[$0] }
  }

  /// As it would be typed: `normal(mu=0, sigma=1)`.
  var text: String {
    let list = zip(family.parameters, values).map { "\($0.name)=\(ValueText.short(.tensor($1)))" }
    return "\(family.name)(\(list.joined(separator: ", ")))"
  }
}

extension Distribution {
  /// A call of the distribution that runs as it stands: the entry's example without its data.
  var call: String {
    guard let end = example.firstIndex(of: "]"),
      let rest = example.index(end, offsetBy: 3, limitedBy: example.endIndex), rest < example.endIndex
    else { return name }
    return "\(name)(\(example[rest...])"
  }

  /// The data of the entry's example, as they are typed.
  var exampleData: String {
    let rest = example.drop { $0 != "[" }
    return rest.firstIndex(of: "]").map { String(rest[...$0]) } ?? "[0]"
  }
}
