-- SPDX-License-Identifier: EUPL-1.2
-- People: accounts, how they sign in, what they may do, and the mail that goes out. People are not matters: nothing
-- of this is journalled, and all of it can be erased.

CREATE TABLE age_band (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO age_band (key, position) VALUES
    ('under_18', 1), ('18_to_29', 2), ('30_to_44', 3), ('45_to_59', 4), ('60_to_74', 5), ('75_and_over', 6);

-- The row stays when the person goes, so that what must be kept still has an author; it then names nobody.
-- The actor is the only way from the journal to a person; it is taken away at erasure.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 80),
    is_pseudonym BIGINT NOT NULL CHECK (is_pseudonym IN (0, 1)),
    email TEXT UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    language TEXT NOT NULL REFERENCES language (key),
    municipality_ags TEXT CHECK (length(municipality_ags) = 8),
    age_band TEXT REFERENCES age_band (key),
    is_demo BIGINT NOT NULL CHECK (is_demo IN (0, 1)),
    actor_id TEXT UNIQUE REFERENCES journal_actor (id),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    erased_at TEXT CHECK (length(erased_at) = 24),
    CHECK (erased_at IS NULL OR email IS NULL)
);

CREATE TABLE role (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO role (key, position) VALUES
    ('organisation_representative', 1), ('municipality_delegate', 2), ('forum_member', 3), ('forum_co_moderator', 4),
    ('forum_lead', 5), ('ministry_officer', 6), ('moderator', 7), ('programme_office', 8), ('cabinet_office', 9),
    ('administrator', 10);

CREATE TABLE role_assignment (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL REFERENCES role (key),
    programme_id TEXT REFERENCES programme (id),
    matter_id TEXT REFERENCES matter (id),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    granted_by TEXT REFERENCES person (id),
    granted_at TEXT NOT NULL CHECK (length(granted_at) = 24),
    CHECK (matter_id IS NULL OR programme_id IS NOT NULL)
);

CREATE INDEX role_assignment_by_person ON role_assignment (person_id);
CREATE INDEX role_assignment_by_programme ON role_assignment (programme_id);
CREATE INDEX role_assignment_by_matter ON role_assignment (matter_id);

CREATE TABLE office_part (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO office_part (key, position) VALUES ('head', 1), ('deputy', 2), ('member', 3);

CREATE TABLE office_member (
    office_id TEXT NOT NULL REFERENCES office (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    part TEXT NOT NULL REFERENCES office_part (key),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    PRIMARY KEY (office_id, person_id, starts_on)
);

CREATE INDEX office_member_by_person ON office_member (person_id);

-- Only digests of what is in the mail. The browser that asked holds the third secret.
CREATE TABLE sign_in_link (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    language TEXT NOT NULL REFERENCES language (key),
    token_digest TEXT NOT NULL UNIQUE CHECK (length(token_digest) = 64),
    code_digest TEXT NOT NULL CHECK (length(code_digest) = 64),
    browser_digest TEXT CHECK (length(browser_digest) = 64),
    onward TEXT,
    wrong_codes BIGINT NOT NULL CHECK (wrong_codes >= 0),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    expires_at TEXT NOT NULL CHECK (length(expires_at) = 24),
    used_at TEXT CHECK (length(used_at) = 24)
);

CREATE INDEX sign_in_link_by_browser ON sign_in_link (browser_digest);
CREATE INDEX sign_in_link_by_expiry ON sign_in_link (expires_at);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_digest TEXT NOT NULL UNIQUE CHECK (length(token_digest) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    agent TEXT NOT NULL,
    is_demo BIGINT NOT NULL CHECK (is_demo IN (0, 1)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    seen_at TEXT NOT NULL CHECK (length(seen_at) = 24),
    ends_at TEXT NOT NULL CHECK (length(ends_at) = 24)
);

CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE password (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    rounds BIGINT NOT NULL CHECK (rounds > 0),
    block_size BIGINT NOT NULL CHECK (block_size > 0),
    parallelism BIGINT NOT NULL CHECK (parallelism > 0),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24)
);

-- A form that is sent twice is done once; the second sending is led to where the first one went.
CREATE TABLE form_use (
    nonce TEXT PRIMARY KEY CHECK (length(nonce) = 32),
    outcome TEXT NOT NULL,
    used_at TEXT NOT NULL CHECK (length(used_at) = 24)
);

CREATE INDEX form_use_by_time ON form_use (used_at);

CREATE TABLE mail_state (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO mail_state (key, position) VALUES ('waiting', 1), ('sent', 2), ('failed', 3);

-- Written in the same transaction as its cause, so that no mail is lost and none tells of what did not happen.
CREATE TABLE mail (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
    person_id TEXT REFERENCES person (id),
    programme_id TEXT REFERENCES programme (id),
    language TEXT NOT NULL REFERENCES language (key),
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    text TEXT NOT NULL,
    html TEXT,
    cause TEXT NOT NULL,
    is_secret BIGINT NOT NULL CHECK (is_secret IN (0, 1)),
    stop_link TEXT,
    state TEXT NOT NULL REFERENCES mail_state (key),
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    next_try_at TEXT NOT NULL CHECK (length(next_try_at) = 24),
    worthless_from TEXT CHECK (length(worthless_from) = 24),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    sent_at TEXT CHECK (length(sent_at) = 24),
    fault TEXT
);

CREATE INDEX mail_by_next_try ON mail (state, next_try_at, id);
CREATE INDEX mail_by_creation ON mail (created_at, id);
CREATE INDEX mail_by_person ON mail (person_id);
CREATE INDEX mail_by_programme ON mail (programme_id);
