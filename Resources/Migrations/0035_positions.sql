-- SPDX-License-Identifier: EUPL-1.2
-- What a municipality thinks of a proposal, as staff write it down in a conference: a point like every other, with a
-- stance.

CREATE TABLE stance (key TEXT PRIMARY KEY, position BIGINT NOT NULL);
INSERT INTO stance (key, position) VALUES ('support', 1), ('support_with_changes', 2), ('neutral', 3), ('rejection', 4);

INSERT INTO statement_channel (key, position) VALUES ('conference', 5);

ALTER TABLE point ADD COLUMN stance TEXT REFERENCES stance (key);

CREATE INDEX point_by_stance ON point (programme_id, stance);
