// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Interchange
import Participation
import Storage

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Lets people in, gives and ends roles, erases accounts.",
        subcommands: [Create.self, List.self, Roles.self, Erase.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an account and prints a link by which its owner signs in once, within an hour.",
            discussion: "For an address that is known, only the link is made. There is no default password.")

        @Option(help: "The address of the person.")
        var email: String

        @Option(help: "What the person is called; can be changed by the person.")
        var name: String?

        @Flag(help: "Give all rights.")
        var admin = false

        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            if EmailAddress(email) == nil { throw ValidationError("--email is an address such as name@example.org") }
            if let name, !(1...Person.longestName).contains(name.count) {
                throw ValidationError("--name has 1 to \(Person.longestName) characters")
            }
        }

        func run() async throws {
            guard let address = EmailAddress(email) else { throw ExitCode.validationFailure }
            let (database, settings) = try await installation.open(mustExist: true)
            let (now, create) = (Clock.now, CreatePerson(email: address, name: name, isAdministrator: admin))
            let created = try await database.write { db in try create.runAsOperator(at: now, in: db) }
            await database.close()
            let root = try settings.publicURL?.absoluteString ?? "http://\(settings.host):\(try settings.port)"
            let base = root.hasSuffix("/") ? String(root.dropLast()) : root
            let link = "\(base)/anmelden/link?schluessel=\(created.token.text)"
            guard installation.json else {
                Console.say(created.isNew ? "The account is made." : "The account was there already.")
                Console.say("Good for \(CreatePerson.linkMinutes) minutes and once; keep it to the person it is for:")
                print(link)
                return
            }
            let value = JSONValue.object([
                "id": .text(created.person.id), "new": .bool(created.isNew), "link": .text(link),
            ])
            print(value.text(), terminator: "")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Who has an account, with the roles held.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            let (database, _) = try await installation.open(mustExist: true)
            let people = try await database.read { db in
                let people = try ListPage.all { page in try Person.list(page, in: db).rows }
                return try people.map { ($0, try RoleAssignment.list(of: [$0.id], in: db)) }
            }
            await database.close()
            guard installation.json else {
                for (person, roles) in people {
                    let words = roles.filter { $0.endsOn == nil }.map(\.words).joined(separator: ", ")
                    print("\(person.id)  \(person.email?.text ?? "–")  \(person.displayName)  \(words)")
                }
                return
            }
            let list = people.map { person, roles in
                JSONValue.object([
                    "id": .text(person.id), "email": person.email.map { .text($0.text) } ?? .null,
                    "name": .text(person.displayName), "roles": .list(roles.map(\.json)),
                ])
            }
            print(JSONValue.list(list).text(), terminator: "")
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erases an account; what was handed in stays without the name.")

        @Argument(help: "The address of the person.")
        var email: String

        @Flag(help: "Do it without further question.")
        var yes = false

        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            if !yes { throw ValidationError("erasing cannot be undone; add --yes") }
        }

        func run() async throws {
            let now = Clock.now
            let (database, settings) = try await installation.open(mustExist: true)
            let email = email
            let keys = SecretsFile(settings, database: installation.database ?? settings.database).pollKeys
            try await database.write { db in
                let person = try PersonCommand.find(email, in: db)
                _ = try ErasePerson(person.id, pollKeys: keys).runAsOperator(at: now, in: db)
            }
            await database.close()
            print("erased")
        }
    }

    static func find(_ email: String, in db: Connection) throws -> Person {
        guard let address = EmailAddress(email), let person = try Person.find(email: address, in: db) else {
            throw CommandFailure("dreiklang: nobody has the address “\(email)”; see “dreiklang person list”.")
        }
        return person
    }
}

extension RoleAssignment {
    /// `forum_lead in musterregion for Mobilität`
    var words: String {
        held.role.rawValue + (programmeSlug.map { " in \($0)" } ?? "") + (matterTitle.map { " for \($0)" } ?? "")
    }

    var json: JSONValue {
        .object([
            "role": .text(held.role.rawValue), "programme": programmeSlug.map { .text($0) } ?? .null,
            "matter": matterTitle.map { .text($0) } ?? .null, "from": .text(startsOn.text),
            "to": endsOn.map { .text($0.text) } ?? .null,
        ])
    }
}
