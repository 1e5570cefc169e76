-- SPDX-License-Identifier: EUPL-1.2
-- What a call asks beyond the usual, what applicants answer, and where the files of an application lie until it is
-- handed in.

CREATE TABLE call_question (
    call_id TEXT NOT NULL REFERENCES call (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (call_id, position)
);

CREATE TABLE application_answer (
    application_case_id TEXT NOT NULL REFERENCES application_case (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (application_case_id, position)
);

ALTER TABLE application_case ADD COLUMN shelf TEXT CHECK (length(shelf) = 64);
