-- SPDX-License-Identifier: EUPL-1.2
-- Statistics of the small tables too. SQLite takes a table without statistics for a very large one, so that a question
-- about four status reports began with all public matters: 20 ms each with a hundred thousand of them.

ANALYZE programme;
ANALYZE phase;
ANALYZE pillar;
ANALYZE field;
ANALYZE goal;
ANALYZE indicator;
ANALYZE district;
ANALYZE ministry;
ANALYZE office;
ANALYZE board;
ANALYZE text_version;
ANALYZE activity;
ANALYZE cited_figure;
ANALYZE forum_member;
ANALYZE official_reply;
ANALYZE proposal_version;
ANALYZE paragraph;
ANALYZE sitting;
ANALYZE paper;
ANALYZE decision_item;
ANALYZE call;
ANALYZE call_criterion;
ANALYZE timeline_entry;
ANALYZE timeline_figure;
ANALYZE status_report;
ANALYZE lesson;
ANALYZE search_document;
ANALYZE search_passage;
ANALYZE search_posting;
