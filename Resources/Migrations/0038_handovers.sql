-- SPDX-License-Identifier: EUPL-1.2
-- One office takes over everything from another on a day, with a reason. Whoever speaks for a body may invite others.

CREATE TABLE office_handover (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    from_office_id TEXT NOT NULL REFERENCES office (id),
    to_office_id TEXT NOT NULL REFERENCES office (id),
    effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES person (id),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 24),
    done_at TEXT CHECK (length(done_at) = 24),
    cancelled_at TEXT CHECK (length(cancelled_at) = 24),
    CHECK (from_office_id <> to_office_id)
);

CREATE INDEX office_handover_by_programme ON office_handover (programme_id, effective_on);
CREATE INDEX office_handover_by_giver ON office_handover (from_office_id);
CREATE INDEX office_handover_by_taker ON office_handover (to_office_id);
CREATE INDEX office_handover_by_person ON office_handover (decided_by);

ALTER TABLE role_assignment ADD COLUMN may_invite BIGINT NOT NULL DEFAULT 0 CHECK (may_invite IN (0, 1));
