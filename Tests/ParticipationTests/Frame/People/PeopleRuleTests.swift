// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Participation

/// Addresses, names, passwords: what is taken and what is not.
@Suite struct PeopleRuleTests {
    @Test(arguments: [
        ("Ada@Example.ORG", "ada@example.org"), ("a.b+c@x-y.example", "a.b+c@x-y.example"),
        ("o'neil@example.org", "o'neil@example.org"),
    ])
    func `an address is kept in small letters`(typed: String, kept: String) {
        #expect(EmailAddress(typed)?.text == kept)
    }

    @Test(arguments: [
        "", "a", "@example.org", "a@", "a@b", "a@b..de", "a b@example.org", "a@exa mple.org", "a@@example.org",
        "a@example.org\r\nBcc: b@example.org", "a\n@example.org", "<a@example.org>", "\"a\"@example.org",
        "a@-example.org", ".a@example.org", "a,b@example.org", "ä@example.org",
        String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b.", count: 130) + "de",
    ])
    func `what is no address is none`(typed: String) {
        #expect(EmailAddress(typed) == nil)
    }

    @Test func `a masked address keeps its domain alone`() {
        #expect(EmailAddress("brigitte@example.org")?.masked == "b…e@example.org")
        #expect(EmailAddress("ab@example.org")?.masked == "a…@example.org")
    }

    private func form(_ name: String?, municipality: String? = nil, age: String? = nil) -> ProfileForm {
        ProfileForm(displayName: name, isPseudonym: false, language: "de", municipality: municipality, ageBand: age)
    }

    private func reasons(_ form: ProfileForm) -> [String] {
        do {
            _ = try form.validated(municipalities: ["05113000"])
            return []
        } catch {
            return error.faults.map(\.reason)
        }
    }

    @Test(
        arguments: [
            (nil, ["display-name-missing"]), ("   ", ["display-name-missing"]), ("a\nb", ["several-lines"]),
            (String(repeating: "x", count: 80), []), (String(repeating: "x", count: 81), ["too-long"]),
            (String(repeating: "x", count: 5000), ["too-long"]), ("Ada\u{202E}nimdA", ["direction-marks"]),
            ("ada@example.org", ["display-name-is-address"]), ("<script>", []), ("Ада 🙂", []),
        ] as [(String?, [String])])
    func `a name fits in a line and shows what it says`(name: String?, expected: [String]) {
        #expect(reasons(form(name)) == expected)
    }

    @Test func `every fault of a form is told at once, in the order of its fields`() {
        #expect(
            reasons(form("", municipality: "99999999", age: "old"))
                == ["display-name-missing", "unknown-choice", "unknown-choice"])
        #expect(reasons(form("Ada", municipality: "05113000", age: "30_to_44")) == [])
    }

    @Test func `ten thousand empty lines become two`() throws {
        var check = FormCheck()
        let text = check.passage(
            "  Eins\r\n" + String(repeating: "\r\n", count: 10_000) + "Zwei \n", field: "text", missing: "text-missing",
            limit: 100)

        #expect(text == "Eins\n\n\nZwei")
        #expect(check.faults == [])
    }

    @Test func `a password is found again, whichever way its letters are put together`() throws {
        let cheap = Password.Parameters(rounds: 16, blockSize: 8, parallelism: 1)
        let password = try Password.make("Zügige Grüße", parameters: cheap)
        let other = try Password.make("Zügige Grüße", parameters: cheap)

        #expect(try password.matches("Zu\u{308}gige Gru\u{308}ße"))
        #expect(try !password.matches("zügige Grüße"))
        #expect(try !password.matches(""))
        #expect(password.digest != other.digest)
    }

    @Test func `scrypt makes what RFC 7914 says`() throws {
        let password = Password(
            salt: "NaCl", digest: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162",
            parameters: .init(rounds: 1024, blockSize: 8, parallelism: 16))

        #expect(try password.matches("password"))
    }

    @Test(arguments: [
        ("passwort1234", true), ("P4ssw0rt!!!!", true), ("123456789012", true), ("aaaaaaaaaaaaaaa", true),
        ("qwertzuiop99", true), ("2018RuhrKonferenz!", true), ("Pferd Klammer Zug Mond", false),
        ("vier-Woerter-im-Wind", false),
    ])
    func `a common password is recognised in its disguise`(typed: String, isCommon: Bool) throws {
        let list = try String(contentsOf: Bundled.resources.appending(path: "common-passwords.txt"), encoding: .utf8)

        #expect(CommonPasswords(list).contains(typed) == isCommon)
    }
}
