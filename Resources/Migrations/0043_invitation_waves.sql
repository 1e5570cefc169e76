-- SPDX-License-Identifier: EUPL-1.2
-- Invitations that go out in waves, each on its day; reminders before a deadline; who came to a conference.

CREATE TABLE consultation_wave (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    wave BIGINT NOT NULL CHECK (wave IN (1, 2)),
    sends_on TEXT NOT NULL CHECK (length(sends_on) = 10),
    PRIMARY KEY (consultation_id, wave)
);

-- An invitation that waits for the day of its wave; once it is sent it has become a way in.
CREATE TABLE planned_invitation (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    wave BIGINT NOT NULL CHECK (wave IN (1, 2)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    UNIQUE (consultation_id, name, email)
);

ALTER TABLE statement_access ADD COLUMN wave BIGINT CHECK (wave IN (1, 2));

-- All who had until a day and had not answered have been reminded of it.
CREATE TABLE consultation_reminder (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    reminded_at TEXT NOT NULL CHECK (length(reminded_at) = 24),
    PRIMARY KEY (consultation_id, ends_on)
);

-- Names of the list of invitations; public once the list is settled.
CREATE TABLE consultation_attendance (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (consultation_id, position)
);
ALTER TABLE consultation ADD COLUMN attendance_settled_on TEXT CHECK (length(attendance_settled_on) = 10);

CREATE INDEX planned_invitation_by_email ON planned_invitation (email);
