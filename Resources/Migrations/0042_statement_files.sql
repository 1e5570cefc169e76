-- SPDX-License-Identifier: EUPL-1.2
-- Files that come with statements, and what the public reads instead of the original where something is blackened.

ALTER TABLE statement ADD COLUMN public_text TEXT;
ALTER TABLE point ADD COLUMN public_text TEXT;

-- The shelf on which the files of a statement in the making lie.
ALTER TABLE statement_draft ADD COLUMN shelf TEXT CHECK (length(shelf) = 64);

-- A blackened copy knows its original, which stays inside.
ALTER TABLE document ADD COLUMN copy_of_id TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX document_by_original ON document (copy_of_id);
