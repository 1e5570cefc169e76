// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct MailFaultTests {
    @Test(arguments: MailFault.Reason.allCases)
    func `a reason is found again, with and without words`(reason: MailFault.Reason) {
        for words in [nil, "550 no: such mailbox"] {
            let fault = MailFault(reason, words: words)

            #expect(MailFault(stored: fault.text) == fault)
        }
    }

    @Test func `what an older program wrote stays as it is`() {
        let fault = MailFault(stored: "451 4.7.1: later")

        #expect(fault.reason == nil)
        #expect(fault.text == "451 4.7.1: later")
    }
}
