-- SPDX-License-Identifier: EUPL-1.2
-- An applicant is told when something is asked for, and everybody along the thread when a project runs again.
INSERT INTO notice_kind (key, position) VALUES ('application_incomplete', 30), ('project_resumed', 31);
