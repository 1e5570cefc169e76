// SPDX-License-Identifier: EUPL-1.2

import Storage

/// All that is kept about one person, table by table, for whoever asks after their own data (Art. 15 GDPR).
/// A feature that keeps something about people adds its table here.
public struct PersonalData: Sendable {
    public let tables: [Table]

    /// Rows as they lie in the database, without what would let a reader act as the person.
    public struct Table: Equatable, Sendable {
        /// Names the file, and the words about it: `forms.data.profile`.
        public let name: String
        public let columns: [String]
        public let rows: [[String?]]
    }

    /// - Parameter pollKeys: by them the ballots are found that the person has cast in polls which are not over
    /// - Throws: `Refusal` for guests
    public static func read(
        as visitor: Visitor, pollKeys: PollKeys = .none, at now: Moment, in db: Connection
    ) throws -> PersonalData {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        return PersonalData(
            tables: try [
                profile(of: person.id, in: db), roles(of: person.id, in: db), offices(of: person.id, in: db),
                sessions(of: person.id, in: db), mails(to: person.id, in: db),
                contributions(of: person.id, in: db), follows(of: person.id, in: db),
                notices(to: person.id, in: db), noticeSetting(of: person.id, in: db),
                drafts(of: person.id, in: db), invitations(to: person.email, in: db),
                replyDrafts(by: person.id, in: db), ideaImports(by: person.id, in: db),
                fundingImports(by: person.id, in: db), measurementImports(by: person.id, in: db),
                applications(by: person.id, in: db),
                reviews(by: person.id, in: db),
                ideaDrafts(of: person.id, in: db), attachmentDrafts(of: person.id, in: db),
                supports(of: person.id, in: db),
                registrations(of: person.id, in: db), workNotes(of: person.id, in: db),
                heldContributions(of: person.id, in: db),
                flags(by: person.id, in: db), reportDrafts(by: person.id, in: db),
                exports(of: person.id, in: db),
                hallEntries(of: person.id, in: db), hallSupports(of: person.id, in: db),
                objections(by: person.id, in: db),
                moderationDecisions(by: person.id, in: db), ballots(of: person, pollKeys, in: db),
            ])
    }
}
