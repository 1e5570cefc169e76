// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Participation
import Storage

extension PersonCommand {
    struct Roles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows, gives or ends the roles of a person.",
            discussion: "Roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")

        @Argument(help: "The address of the person.")
        var email: String

        @Option(help: "Give this role, from today on.")
        var give: String?

        @Option(help: "End this role; whoever loses one is signed out.")
        var end: String?

        @Option(help: "The programme that the role is for.")
        var programme: String?

        @Option(help: "The key of the forum, organisation, municipality or ministry that the role is for.")
        var matter: String?

        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            for name in [give, end].compactMap({ $0 }) where Role(rawValue: name) == nil {
                throw ValidationError("there is no role “\(name)”")
            }
            if give != nil, end != nil { throw ValidationError("--give or --end, not both") }
        }

        func run() async throws {
            let (database, _) = try await installation.open(mustExist: true)
            let (now, change) = (Clock.now, self)
            let roles = try await database.write { db in
                let person = try PersonCommand.find(change.email, in: db)
                try change.apply(to: person, at: now, in: db)
                return try RoleAssignment.list(of: [person.id], in: db)
            }
            await database.close()
            for role in roles {
                print("\(role.words), from \(role.startsOn.text)" + (role.endsOn.map { " to \($0.text)" } ?? ""))
            }
        }

        private func apply(to person: Person, at now: Moment, in db: Connection) throws {
            let scope = try programme.map { slug in
                guard let found = try ProgrammeQueries.all(in: db).first(where: { $0.slug == slug }) else {
                    throw CommandFailure("dreiklang: there is no programme “\(slug)”; see “dreiklang programme list”.")
                }
                return found.id
            }
            if let role = give.flatMap(Role.init) {
                do {
                    try GrantRole(role, to: person.id, in: scope, forMatter: matter).runAsOperator(at: now, in: db)
                } catch let invalid as InvalidForm {
                    throw CommandFailure("dreiklang: \(Self.words(invalid, for: role))")
                }
            }
            if let role = end.flatMap(Role.init) {
                let held = try RoleAssignment.list(of: [person.id], in: db).filter {
                    $0.held.role == role && $0.endsOn == nil && (scope == nil || $0.held.programme == scope)
                }
                guard !held.isEmpty else { throw CommandFailure("dreiklang: that role is not held.") }
                do {
                    for assignment in held { try EndRole(assignment).runAsOperator(at: now, in: db) }
                } catch is Refusal {
                    throw CommandFailure(
                        "dreiklang: this is the last administrator; give the role to somebody else first.")
                }
            }
        }

        private static func words(_ invalid: InvalidForm, for role: Role) -> String {
            let kind = role.matterKind?.rawValue ?? ""
            return switch invalid.faults.first?.reason {
            case "programme-missing": "\(role.rawValue) is held in a programme; add --programme SLUG."
            case "matter-missing": "\(role.rawValue) is held for one \(kind); add --matter KEY."
            case "matter-unknown": "the programme has no \(kind) with this key."
            default: "the role cannot be given."
            }
        }
    }
}
