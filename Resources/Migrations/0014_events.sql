-- SPDX-License-Identifier: EUPL-1.2
-- Events that people register for: when and what, who comes, what was written down.

ALTER TABLE event ADD COLUMN starts_at TEXT CHECK (length(starts_at) = 5);
ALTER TABLE event ADD COLUMN ends_at TEXT CHECK (length(ends_at) = 5);
ALTER TABLE event ADD COLUMN agenda TEXT;
ALTER TABLE event ADD COLUMN capacity BIGINT CHECK (capacity > 0);
ALTER TABLE event ADD COLUMN registration_from TEXT CHECK (length(registration_from) = 10);
ALTER TABLE event ADD COLUMN registration_until TEXT CHECK (length(registration_until) = 10);

-- Where those who came live. Numbers below five are never written; they are part of the row without a municipality.
CREATE TABLE event_origin (
    event_id TEXT NOT NULL REFERENCES event (id),
    position BIGINT NOT NULL,
    municipality_id TEXT REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    participants BIGINT NOT NULL CHECK (participants > 0),
    PRIMARY KEY (event_id, position)
);

-- The way into a gathering online. It is for those who have registered, so it is neither published nor exported.
CREATE TABLE event_access (
    event_id TEXT PRIMARY KEY REFERENCES event (id),
    link TEXT NOT NULL
);

-- Minutes that are being written. Published ones stand in the event itself.
CREATE TABLE minutes_draft (
    event_id TEXT PRIMARY KEY REFERENCES event (id),
    text TEXT NOT NULL,
    revision BIGINT NOT NULL CHECK (revision > 0),
    person_id TEXT REFERENCES person (id),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 24)
);

CREATE TABLE registration_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO registration_state (key, position) VALUES ('unconfirmed', 1), ('confirmed', 2), ('waiting', 3);

-- Who wants to come. The row goes when somebody withdraws, when the account is erased, and some weeks after the event.
CREATE TABLE registration (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    event_id TEXT NOT NULL REFERENCES event (id),
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    email TEXT CHECK (length(email) BETWEEN 3 AND 254),
    organisation TEXT,
    municipality_id TEXT REFERENCES municipality (id),
    needs TEXT,
    language TEXT NOT NULL REFERENCES language (key),
    state TEXT NOT NULL REFERENCES registration_state (key),
    place BIGINT CHECK (place > 0),
    has_attended BIGINT NOT NULL CHECK (has_attended IN (0, 1)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    confirmed_at TEXT CHECK (length(confirmed_at) = 24),
    UNIQUE (event_id, email),
    UNIQUE (event_id, person_id),
    UNIQUE (event_id, place),
    CHECK (person_id IS NOT NULL OR email IS NOT NULL),
    CHECK ((state = 'unconfirmed') = (place IS NULL))
);

CREATE INDEX registration_by_standing ON registration (event_id, state, place);
CREATE INDEX registration_by_programme ON registration (programme_id, event_id, state);
CREATE INDEX registration_by_person ON registration (person_id);
CREATE INDEX registration_by_creation ON registration (state, created_at);

-- The links that the mails to somebody hold, as digests; each mail has its own.
CREATE TABLE registration_link (
    token_digest TEXT PRIMARY KEY CHECK (length(token_digest) = 64),
    registration_id TEXT NOT NULL REFERENCES registration (id)
);

CREATE INDEX registration_link_by_registration ON registration_link (registration_id);
