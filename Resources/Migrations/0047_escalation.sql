-- SPDX-License-Identifier: EUPL-1.2
-- Reports that stay away: when the head of the office was told, once for each day on which one was due.

CREATE TABLE duty_escalation (
    duty_id TEXT NOT NULL REFERENCES duty (id),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    escalated_at TEXT NOT NULL CHECK (length(escalated_at) = 24),
    PRIMARY KEY (duty_id, due_on)
);
