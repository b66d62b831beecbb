import Testing

@testable import LossbookKernel

@Suite struct SignerTests {
  /// RFC 4231, test case 2.
  @Test func signatureIsTheStandards() {
    let signer = Signer(key: "Jefe")
    let signature = signer.signature([Array("what do ya ".utf8), Array("want for nothing?".utf8)])
    let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    #expect(String(decoding: signature, as: UTF8.self) == expected)
  }

  @Test func onlyTheRightSignatureIsValid() {
    let signer = Signer(key: "key")
    let parts = [Array("{}".utf8)]
    let signature = signer.signature(parts)
    #expect(signer.isValid(signature, parts))
    #expect(!signer.isValid(signature, [Array("{ }".utf8)]))
    #expect(!signer.isValid(Array(signature.dropLast()), parts))
    #expect(!signer.isValid(Array(signature.dropLast(2)), parts))
    #expect(!signer.isValid([], parts))
    #expect(!signer.isValid(Array("xyz".utf8), parts))
    #expect(!Signer(key: "other").isValid(signature, parts))
  }

  @Test func withoutAKeyNothingIsSigned() {
    let signer = Signer(key: "")
    #expect(signer.signature([[1]]).isEmpty)
    #expect(signer.isValid([], [[1]]))
  }
}
