import Language
import Notebook

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reading and writing the JSON of messages.
enum JSON {
  /// What the bytes say; nothing where they are no JSON, or not of that form.
  static func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) -> T? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }

  static func encode(_ value: JSONValue) -> [UInt8] { Array(value.line.utf8) }
}

extension KeyedDecodingContainer {
  /// What stands under a key; something else where it is missing or of another type.
  func decode<T: Decodable>(_ key: Key, else value: T) -> T {
    (try? decodeIfPresent(T.self, forKey: key)).flatMap { $0 } ?? value
  }
}
