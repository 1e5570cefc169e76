-- SPDX-License-Identifier: EUPL-1.2
-- What a state programme says beside what every project does: on what it rests, and how much of it reaches the region.

ALTER TABLE project ADD COLUMN legal_basis TEXT;
ALTER TABLE project ADD COLUMN total_volume_cents BIGINT CHECK (total_volume_cents >= 0);
ALTER TABLE project ADD COLUMN region_share_cents BIGINT CHECK (region_share_cents >= 0);
ALTER TABLE project ADD COLUMN region_share_method TEXT;
