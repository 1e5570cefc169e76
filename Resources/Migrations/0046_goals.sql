-- SPDX-License-Identifier: EUPL-1.2
-- Goals and indicators in writing: their order, what was changed about them and why, what is to be reached on the way,
-- values with their source, lists of values, and what a project contributes in words.

CREATE TABLE goal_act (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO goal_act (key, position) VALUES ('worded', 1), ('moved', 2), ('retired', 3), ('resumed', 4);

ALTER TABLE goal ADD COLUMN rank BIGINT CHECK (rank > 0);
ALTER TABLE goal ADD COLUMN retired_on TEXT CHECK (length(retired_on) = 10);

CREATE TABLE goal_change (
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position BIGINT NOT NULL,
    changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
    act TEXT NOT NULL REFERENCES goal_act (key),
    reason TEXT NOT NULL,
    earlier_title TEXT,
    earlier_text TEXT,
    PRIMARY KEY (goal_id, position)
);

ALTER TABLE indicator ADD COLUMN retired_on TEXT CHECK (length(retired_on) = 10);

CREATE TABLE indicator_change (
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    position BIGINT NOT NULL,
    changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
    act TEXT NOT NULL REFERENCES goal_act (key),
    reason TEXT NOT NULL,
    earlier_name TEXT,
    earlier_unit TEXT,
    earlier_baseline_units BIGINT,
    earlier_baseline_scale BIGINT,
    earlier_target_units BIGINT,
    earlier_target_scale BIGINT,
    earlier_target_on TEXT CHECK (length(earlier_target_on) IN (4, 7, 10)),
    PRIMARY KEY (indicator_id, position)
);

-- What is to be reached on the way to the target.
CREATE TABLE indicator_step (
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    position BIGINT NOT NULL,
    due_on TEXT NOT NULL CHECK (length(due_on) IN (4, 7, 10)),
    value_units BIGINT NOT NULL,
    value_scale BIGINT NOT NULL,
    PRIMARY KEY (indicator_id, position)
);

-- A value is never changed: a later row for the same day counts in its place and says why. Without a value the earlier
-- one is taken back.
ALTER TABLE indicator_value ADD COLUMN source_name TEXT;
ALTER TABLE indicator_value ADD COLUMN recorded_on TEXT CHECK (length(recorded_on) = 10);
ALTER TABLE indicator_value ADD COLUMN reason TEXT;

CREATE TABLE indicator_import (
    id TEXT PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    file_name TEXT NOT NULL,
    columns TEXT NOT NULL,
    mapping TEXT NOT NULL,
    row_count BIGINT NOT NULL CHECK (row_count > 0),
    cells TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    done_at TEXT CHECK (length(done_at) = 24),
    undone_at TEXT CHECK (length(undone_at) = 24)
);

CREATE INDEX indicator_import_by_programme ON indicator_import (programme_id, created_at);
CREATE INDEX indicator_import_by_person ON indicator_import (person_id);

-- Which values came of which rows; the place is that in the series of the indicator.
CREATE TABLE indicator_import_value (
    indicator_import_id TEXT NOT NULL REFERENCES indicator_import (id),
    row_number BIGINT NOT NULL,
    indicator_id TEXT NOT NULL REFERENCES indicator (id),
    place BIGINT NOT NULL CHECK (place > 0),
    PRIMARY KEY (indicator_import_id, row_number)
);

CREATE INDEX indicator_import_value_by_indicator ON indicator_import_value (indicator_id);

CREATE TABLE project_contribution (
    project_id TEXT NOT NULL REFERENCES project (id),
    position BIGINT NOT NULL,
    indicator_id TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY (project_id, position)
);

CREATE INDEX project_contribution_by_indicator ON project_contribution (indicator_id);
