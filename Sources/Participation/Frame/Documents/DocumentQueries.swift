// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Document {
    /// The public documents of these matters, the newest first.
    public static func list(of matters: [String], in programme: String, _ db: Connection) throws -> [Document] {
        try db.rows(
            """
            SELECT x.id, m.number, x.title, x.url, x.rights, x.file_number, x.dated_on, x.matter_id
            FROM document x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.matter_id IN \(list: matters)
            ORDER BY COALESCE(x.dated_on, '') DESC, m.number, x.id
            """
        ).map { row in
            Document(
                id: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                url: try row.get("url"), rights: try row.get("rights"), fileNumber: try row.get("file_number"),
                datedOn: try row.date("dated_on"), matter: try row.get("matter_id"))
        }
    }
}
