-- SPDX-License-Identifier: EUPL-1.2
-- Phases, goals, places, bodies and documents.

CREATE TABLE phase_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO phase_kind (key, position) VALUES ('listening', 1), ('deciding', 2), ('acting', 3);

CREATE TABLE phase (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES phase_kind (key),
    name TEXT NOT NULL,
    description TEXT,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10))
);

CREATE TABLE phase_opening (
    phase_id TEXT NOT NULL REFERENCES phase (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (phase_id, position)
);

CREATE TABLE district (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL
);

-- A municipality keeps its id through mergers and new keys: this row holds today, the earlier ones are dated rows.
CREATE TABLE municipality (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    ags TEXT NOT NULL CHECK (length(ags) = 8),
    ars TEXT CHECK (length(ars) = 12),
    name TEXT NOT NULL,
    type TEXT,
    is_district_free BIGINT NOT NULL CHECK (is_district_free IN (0, 1)),
    district_id TEXT REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    district_ags TEXT CHECK (length(district_ags) = 5),
    administrative_region TEXT,
    population BIGINT CHECK (population >= 0),
    population_on TEXT CHECK (length(population_on) IN (4, 7, 10)),
    area_units BIGINT,
    area_scale BIGINT,
    postal_code TEXT,
    latitude_units BIGINT,
    latitude_scale BIGINT,
    longitude_units BIGINT,
    longitude_scale BIGINT,
    valid_from TEXT CHECK (length(valid_from) = 10),
    confidence TEXT REFERENCES confidence (key),
    sort_key TEXT NOT NULL,
    UNIQUE (programme_id, ags)
);

CREATE TABLE earlier_municipality (
    municipality_id TEXT NOT NULL REFERENCES municipality (id),
    position BIGINT NOT NULL,
    ags TEXT NOT NULL CHECK (length(ags) = 8),
    name TEXT NOT NULL,
    district TEXT,
    population BIGINT CHECK (population >= 0),
    population_on TEXT CHECK (length(population_on) IN (4, 7, 10)),
    valid_until TEXT NOT NULL CHECK (length(valid_until) = 10),
    PRIMARY KEY (municipality_id, position)
);

CREATE INDEX earlier_municipality_by_ags ON earlier_municipality (ags);

CREATE TABLE organisation_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO organisation_kind (key, position) VALUES
    ('ministry', 1), ('authority', 2), ('municipal', 3), ('association', 4), ('chamber', 5), ('company', 6),
    ('foundation', 7), ('university', 8), ('school', 9), ('culture', 10), ('club', 11), ('union', 12),
    ('church', 13), ('network', 14), ('other', 15);

CREATE TABLE ministry (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    abbreviation TEXT NOT NULL,
    name TEXT NOT NULL,
    role_in_programme TEXT,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    successor_abbreviation TEXT,
    confidence TEXT REFERENCES confidence (key),
    UNIQUE (programme_id, abbreviation)
);

CREATE TABLE organisation (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES organisation_kind (key),
    abbreviation TEXT,
    municipality_id TEXT REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED,
    website TEXT,
    description TEXT,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    sort_key TEXT NOT NULL,
    UNIQUE (programme_id, name)
);

-- Bodies succeed each other, many to many: ministries are merged and split.
CREATE TABLE organisation_succession (
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    position BIGINT NOT NULL,
    predecessor TEXT NOT NULL,
    effective_on TEXT CHECK (length(effective_on) IN (4, 7, 10)),
    note TEXT,
    PRIMARY KEY (organisation_id, position)
);

CREATE TABLE office (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    ministry_id TEXT REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL
);

CREATE TABLE responsibility (
    office_id TEXT NOT NULL REFERENCES office (id),
    position BIGINT NOT NULL,
    matter_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    starts_on TEXT CHECK (length(starts_on) IN (4, 7, 10)),
    ends_on TEXT CHECK (length(ends_on) IN (4, 7, 10)),
    reason TEXT,
    PRIMARY KEY (office_id, position)
);

CREATE TABLE board (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    description TEXT
);

CREATE TABLE field (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    rank BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    suggested_color TEXT CHECK (length(suggested_color) = 7),
    ruling_date TEXT CHECK (length(ruling_date) IN (4, 7, 10)),
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE field_ministry (
    field_id TEXT NOT NULL REFERENCES field (id),
    position BIGINT NOT NULL,
    ministry_id TEXT NOT NULL REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (field_id, position)
);

CREATE TABLE pillar (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    rank BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    who_proposes TEXT,
    who_decides TEXT,
    official_total BIGINT CHECK (official_total >= 0),
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE pillar_criterion (
    pillar_id TEXT NOT NULL REFERENCES pillar (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (pillar_id, position)
);

CREATE TABLE goal_kind (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO goal_kind (key, position) VALUES ('vision', 1), ('goal', 2);

CREATE TABLE goal (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL REFERENCES goal_kind (key),
    title TEXT NOT NULL,
    text TEXT,
    field_id TEXT REFERENCES field (id) DEFERRABLE INITIALLY DEFERRED,
    parent_id TEXT REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE indicator (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    unit TEXT NOT NULL,
    value_units BIGINT,
    value_scale BIGINT,
    as_of TEXT CHECK (length(as_of) IN (4, 7, 10)),
    region TEXT NOT NULL,
    goal_id TEXT REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
    baseline_units BIGINT,
    baseline_scale BIGINT,
    target_units BIGINT,
    target_scale BIGINT,
    target_on TEXT CHECK (length(target_on) IN (4, 7, 10)),
    source_name TEXT,
    source_url TEXT,
    confidence TEXT REFERENCES confidence (key),
    note TEXT
);

CREATE TABLE indicator_comparison (
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    position BIGINT NOT NULL,
    region TEXT NOT NULL,
    value_units BIGINT,
    value_scale BIGINT,
    as_of TEXT CHECK (length(as_of) IN (4, 7, 10)),
    PRIMARY KEY (indicator_id, position)
);

CREATE TABLE indicator_value (
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    position BIGINT NOT NULL,
    as_of TEXT NOT NULL CHECK (length(as_of) IN (4, 7, 10)),
    value_units BIGINT,
    value_scale BIGINT,
    source_url TEXT,
    PRIMARY KEY (indicator_id, position)
);

CREATE TABLE publication_rule (key TEXT PRIMARY KEY);
INSERT INTO publication_rule (key) VALUES ('public'), ('with_decision'), ('internal');

CREATE TABLE document (
    id TEXT PRIMARY KEY REFERENCES matter (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    matter_id TEXT NOT NULL REFERENCES matter (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    url TEXT,
    rights TEXT,
    alt TEXT,
    publication_rule TEXT NOT NULL REFERENCES publication_rule (key),
    file_number TEXT,
    dated_on TEXT CHECK (length(dated_on) IN (4, 7, 10))
);

CREATE INDEX document_by_matter ON document (matter_id);
CREATE INDEX indicator_by_goal ON indicator (goal_id);
