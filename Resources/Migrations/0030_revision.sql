-- SPDX-License-Identifier: EUPL-1.2
-- New versions of proposals: what is being written, and which points have caused which change.

-- Which point changed which paragraph of a version; without a point, the change is a matter of wording alone.
CREATE TABLE paragraph_change (
    proposal_version_id TEXT NOT NULL REFERENCES proposal_version (id),
    position BIGINT NOT NULL,
    lineage TEXT NOT NULL,
    point_id TEXT REFERENCES point (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (proposal_version_id, position)
);

-- What is being written is no matter: no page, search, feed, count or package can show it.
CREATE TABLE revision_draft (
    proposal_id TEXT PRIMARY KEY REFERENCES proposal (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    base BIGINT NOT NULL CHECK (base > 0),
    revision BIGINT NOT NULL CHECK (revision > 0),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 24)
);

CREATE TABLE revision_paragraph (
    proposal_id TEXT NOT NULL REFERENCES revision_draft (proposal_id),
    position BIGINT NOT NULL,
    lineage TEXT NOT NULL,
    text TEXT NOT NULL,
    is_editorial BIGINT NOT NULL CHECK (is_editorial IN (0, 1)),
    PRIMARY KEY (proposal_id, position),
    UNIQUE (proposal_id, lineage)
);

CREATE TABLE revision_cause (
    proposal_id TEXT NOT NULL REFERENCES revision_draft (proposal_id),
    lineage TEXT NOT NULL,
    point_id TEXT NOT NULL REFERENCES point (id),
    PRIMARY KEY (proposal_id, lineage, point_id)
);

CREATE INDEX paragraph_change_by_point ON paragraph_change (point_id);
CREATE INDEX revision_draft_by_programme ON revision_draft (programme_id);
CREATE INDEX revision_cause_by_point ON revision_cause (point_id);
