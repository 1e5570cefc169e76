-- SPDX-License-Identifier: EUPL-1.2
-- Indexes for programmes with tens of thousands of ideas. They hold all that lists and counts ask of a matter or an idea,
-- so that the rows themselves need not be read.

CREATE INDEX public_matter_by_number ON matter (programme_id, kind, number, id) WHERE visible_from IS NOT NULL;
CREATE INDEX public_matter_by_id ON matter (id, programme_id, kind, number) WHERE visible_from IS NOT NULL;
CREATE INDEX state_change_by_day ON state_change (effective_on, matter_id);
CREATE INDEX source_by_url ON source (url, matter_id);
CREATE INDEX idea_by_municipality ON idea (municipality_id, id);
CREATE INDEX idea_by_standing ON idea (programme_id, state, outcome, forum_id, project_id, id);
CREATE INDEX idea_by_forum_and_day
    ON idea (forum_id, programme_id, submitted_on, state, outcome, project_id, id);
CREATE INDEX statement_by_municipality ON statement (municipality_id);
CREATE INDEX organisation_by_municipality ON organisation (municipality_id);

-- Without statistics both engines guess that a programme has a handful of matters and read all of them first. The tables
-- are named, since PostgreSQL would otherwise go through other people's tables too, and wait for them.
ANALYZE matter;
ANALYZE source;
ANALYZE state_change;
ANALYZE journal_entry;
ANALYZE municipality;
ANALYZE organisation;
ANALYZE forum;
ANALYZE event;
ANALYZE idea;
ANALYZE remark;
ANALYZE consultation;
ANALYZE consultation_document;
ANALYZE proposal;
ANALYZE statement;
ANALYZE point;
ANALYZE decision;
ANALYZE project;
ANALYZE project_goal;
ANALYZE project_municipality;
ANALYZE project_partner;
ANALYZE milestone;
ANALYZE report;
ANALYZE funding;
ANALYZE application;
ANALYZE thread_link;
ANALYZE duty;
ANALYZE document;
