// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct WordTests {
    @Test func `every state of the database has a label in both languages and a look of its own`() async throws {
        let site = try await Bundled.site()
        let states = try await site.read { db in
            try db.rows("SELECT key FROM state ORDER BY key").map { try $0.get("key", as: String.self) }
        }

        #expect(states.count > 80)
        #expect(states.filter { !StateLook.isKnown($0) } == [])
        for language in Language.allCases {
            let texts = site.texts.speaking(language)
            #expect(states.filter { !texts.hasWord(.state, $0) } == [], "\(language)")
        }
    }

    @Test(arguments: [
        (WordSet.matterKind, "matter_kind"), (.matterKinds, "matter_kind"), (.linkKind, "link_kind"),
        (.confidence, "confidence"), (.ideaChannel, "idea_channel"), (.activityKind, "activity_kind"),
        (.eventKind, "event_kind"), (.consultationKind, "consultation_kind"), (.audience, "audience"),
        (.organisationKind, "organisation_kind"), (.fundingKind, "funding_kind"), (.fundingBasis, "funding_basis"),
        (.fundingSource, "funding_source"), (.dutyKind, "duty_kind"), (.pointKind, "point_kind"),
        (.statementKind, "statement_kind"), (.phaseKind, "phase_kind"), (.goalKind, "goal_kind"),
        (.projectKind, "project_kind"), (.publicationRule, "publication_rule"),
    ])
    func `every key of a closed set has a label in both languages`(set: WordSet, table: String) async throws {
        let site = try await Bundled.site()
        let keys = try await site.read { db in
            try db.rows("SELECT key FROM \(identifier: table) ORDER BY key").map { try $0.get("key", as: String.self) }
        }

        #expect(!keys.isEmpty)
        for language in Language.allCases {
            let texts = site.texts.speaking(language)
            #expect(keys.filter { !texts.hasWord(set, $0) } == [], "\(language)")
        }
    }

    @Test(arguments: [("/zahlen/ideas", "über 300"), ("/en/zahlen/ideas", "over 300")])
    func `an official number says in the reader's language how exact it is`(target: String, text: String) async throws {
        let answer = try await Browser(Bundled.site()).get(target)
        #expect(answer.status == 200)
        #expect(answer.words.contains(text))
    }

    @Test func `every part of the story and every kind in the chronicle has a label`() async throws {
        let site = try await Bundled.site()
        let kinds = try await site.read { db in
            try db.rows("SELECT DISTINCT kind FROM timeline_entry ORDER BY kind").map {
                try $0.get("kind", as: String.self)
            }
        }
        let texts = site.texts.speaking(.english)

        #expect(kinds.filter { !texts.hasWord(.chronicleKind, $0) } == [])
        #expect(Stage.allCases.filter { !texts.hasWord(.stage, $0.rawValue) } == [])
    }
}
