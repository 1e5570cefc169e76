-- SPDX-License-Identifier: EUPL-1.2
-- Notices by mail can be ended with one click, and the end of a project is told by its true name.

-- The token ends mails and does nothing else. It is kept as it is, since each mail carries it again.
CREATE TABLE notice_stop (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    token TEXT NOT NULL UNIQUE CHECK (length(token) = 64)
);

INSERT INTO notice_kind (key, position) VALUES ('project_suspended', 28), ('project_discontinued', 29);

-- Why a mail did not go out is told in the language of whoever reads it.
UPDATE mail SET fault = 'ended-while-sending' WHERE fault = 'ended while sending';
UPDATE mail SET fault = 'given-up-by-hand' WHERE fault = 'given up by hand';
UPDATE mail SET fault = 'too-late' WHERE fault = 'too late';
