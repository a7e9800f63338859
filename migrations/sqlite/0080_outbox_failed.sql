-- Messages that failed and aren't sent, the oldest first, found however many fresh ones wait beside them.
create index outbox_failed on outbox (created_at_ms, case_id, seq, part) where sent_at_ms is null and attempts > 0;
