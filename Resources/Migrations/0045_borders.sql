-- SPDX-License-Identifier: EUPL-1.2
-- Real borders of municipalities for the map, as they are drawn. They come from an official file that is not kept, and
-- can be taken away again; without them the map shows hexagons.

CREATE TABLE border_map (
    programme_id TEXT PRIMARY KEY REFERENCES programme (id),
    attribution TEXT NOT NULL,
    width BIGINT NOT NULL CHECK (width > 0),
    height BIGINT NOT NULL CHECK (height > 0),
    imported_at TEXT NOT NULL CHECK (length(imported_at) = 24)
);

-- The path is that of a drawing, in whole units from the north-west; the label stands inside it.
CREATE TABLE border (
    municipality_id TEXT PRIMARY KEY REFERENCES municipality (id),
    programme_id TEXT NOT NULL REFERENCES border_map (programme_id),
    path TEXT NOT NULL,
    label_x BIGINT NOT NULL,
    label_y BIGINT NOT NULL
);

CREATE INDEX border_by_programme ON border (programme_id);
