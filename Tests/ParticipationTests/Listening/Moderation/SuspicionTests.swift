// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct SuspicionTests {
    private let rules = QuarantineRules(blockedWords: "# Werbung\n\nOnline Casino\nSpam\n")

    private func submission(_ texts: String..., edit: (inout Suspicion.Submission) -> Void = { _ in }) -> [Suspicion] {
        var submission = Suspicion.Submission(texts: texts, secondsOpen: 60, hasProof: false, isGuest: true)
        edit(&submission)
        return Suspicion.found(in: submission, by: rules)
    }

    @Test func `an ordinary contribution is not suspicious`() {
        #expect(submission("Mehr Busse", "Bitte jede Stunde. Siehe https://example.org und www.example.org") == [])
    }

    @Test func `more links than allowed are counted over all texts`() {
        #expect(submission("http://a.example", "HTTPS://b.example www.c.example") == [.links(count: 3)])
    }

    @Test func `blocked words count as whole words, whatever stands between them`() {
        #expect(submission("Besuchen Sie unser ONLINE-Casino!") == [.blockedWord("online casino")])
        #expect(submission("Spamfilter") == [])
        #expect(submission("Casino online") == [])
    }

    @Test func `haste, repetition and quick writing each have their reason`() {
        #expect(submission("a") { $0.withinHour = 10 } == [.haste(count: 11)])
        #expect(submission("a") { $0.withinHour = 9 } == [])
        #expect(submission("a") { $0.isRepeated = true } == [.repetition])
        #expect(submission("a") { $0.secondsOpen = 9 } == [.quickWriting(seconds: 9)])
    }

    @Test func `who brings a proof of work or is signed in may write fast`() {
        let proven = submission("a") { ($0.secondsOpen, $0.hasProof) = (1, true) }
        let signedIn = submission("a") { ($0.secondsOpen, $0.isGuest) = (1, false) }

        #expect(proven == [])
        #expect(signedIn == [])
    }

    @Test(arguments: [
        Suspicion.guest, .haste(count: 11), .links(count: 3), .repetition, .blockedWord("a:b"),
        .quickWriting(seconds: 2),
    ])
    func `each reason is read back as it was kept`(suspicion: Suspicion) {
        #expect(Suspicion(text: suspicion.text) == suspicion)
    }

    @Test func `what was never kept is no reason`() {
        #expect(["", "nothing", "links", "links:many"].compactMap(Suspicion.init(text:)) == [])
    }

    @Test func `the same words have the same fingerprint`() {
        #expect(Suspicion.fingerprint(of: "Mehr Busse!") == Suspicion.fingerprint(of: "mehr\n  BUSSE"))
        #expect(Suspicion.fingerprint(of: "Mehr Busse") != Suspicion.fingerprint(of: "Mehr Bahnen"))
    }
}
