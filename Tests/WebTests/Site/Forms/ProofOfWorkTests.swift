// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Web

@Suite struct ProofOfWorkTests {
    @Test func `the work of a browser is good for its form and for no other`() {
        let answer = ProofOfWork.solve("1.abc.def")

        #expect(ProofOfWork.isValid(answer, for: "1.abc.def"))
        #expect(!ProofOfWork.isValid(answer, for: "1.abc.deg"))
    }

    @Test(arguments: [nil, "", "1.2.3", "0.0.0.0.0.0.0.0", "-1.0.0.0.0.0.0.0", "a.b.c.d.e.f.g.h"])
    func `what nobody has worked for is refused`(answer: String?) {
        #expect(!ProofOfWork.isValid(answer, for: "1.abc.def"))
    }

    @Test func `without a key there is nothing to work for`() {
        #expect(!ProofOfWork.isValid(ProofOfWork.solve("k"), for: nil))
    }
}
