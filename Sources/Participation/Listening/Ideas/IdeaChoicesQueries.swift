// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaChoices {
    static func organisations(
        _ ids: [String], in programme: String, _ db: Connection
    ) throws -> [RepresentedOrganisation] {
        try db.rows(
            """
            SELECT o.id, m.number, o.name FROM organisation o JOIN public_matter m ON m.id = o.id
            WHERE m.programme_id = \(programme) AND o.id IN \(list: ids) ORDER BY o.sort_key, o.id
            """
        ).map { RepresentedOrganisation(id: try $0.get("id"), number: try $0.get("number"), name: try $0.get("name")) }
    }
}
