-- Messages that a committed record asks somebody to send. Written with the record, sent later by workers; nothing
-- legal depends on a message arriving. `next_at_ms` is when the next attempt is due and doubles as the lease of a worker
-- that took the row.
create table outbox (
    case_id uuid not null,
    seq bigint not null,
    part bigint not null,
    kind text not null,
    audience text not null,
    payload text not null,
    created_at_ms bigint not null,
    attempts bigint not null default 0,
    next_at_ms bigint not null,
    sent_at_ms bigint,

    primary key (case_id, seq, part),
    foreign key (case_id, seq) references record (case_id, seq)
);

-- Workers ask for what is due, earliest first; sent rows leave the index, so it stays as short as the backlog.
create index outbox_due on outbox (next_at_ms, case_id, seq, part) where sent_at_ms is null;
