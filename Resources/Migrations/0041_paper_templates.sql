-- SPDX-License-Identifier: EUPL-1.2
-- What decision papers consist of, below their head: each programme can say it in its own order and words, and each
-- paper keeps what held when it was begun.

-- No row: the parts that come with the software.
CREATE TABLE paper_template_part (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    heading TEXT,
    hint TEXT,
    is_required BIGINT NOT NULL CHECK (is_required IN (0, 1)),
    PRIMARY KEY (programme_id, position),
    UNIQUE (programme_id, part)
);

CREATE TABLE paper_layout_part (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    heading TEXT,
    hint TEXT,
    is_required BIGINT NOT NULL CHECK (is_required IN (0, 1)),
    PRIMARY KEY (paper_id, position)
);
