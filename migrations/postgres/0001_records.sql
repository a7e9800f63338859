-- The chain of every case. The same tables as on SQLite; why each is as it is stands there too, here only what differs.
--
-- Keys are compared byte by byte (collation "C"), so that lists and bundles have one order on every server. Numbers are
-- bigint, as on SQLite. The key of every table that belongs to a case contains `case_id`, so that the tables can be
-- distributed by it. Triggers guard whoever connects as the owner; the application's role has no right to change or
-- remove records in the first place.

-- One row is one accepted command: exactly the canonical bytes that were hashed, never the database's own JSON.
create table record (
    case_id uuid not null,
    seq bigint not null,
    act_id uuid not null,
    at_ms bigint not null,
    command text not null,
    struck bigint not null,
    bytes bytea not null,
    hash bytea not null,

    primary key (case_id, seq),
    -- An act id is the idempotency key of its command: a second row with it can't exist.
    constraint record_act unique (case_id, act_id),
    constraint record_seq check (seq >= 1 and struck >= 0 and struck < seq),
    constraint record_hash check (length(hash) = 32)
);

-- Canonical bytes compress well and are read whole; kept in the row's own page where they fit.
alter table record alter column bytes set storage main;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%: rows are never %', tg_table_name, case tg_op when 'UPDATE' then 'changed' else 'deleted' end;
end
$$;

create trigger record_is_never_changed before update or delete or truncate on record
for each statement execute function refuse_change();

-- The newest record of each case, and when it was written. A writer moves it only from the value it has read
-- (compare-and-swap); two writers that decided on the same head can't both win.
create table case_head (
    case_id uuid not null primary key,
    seq bigint not null,
    hash bytea not null,
    at_ms bigint not null,

    foreign key (case_id, seq) references record (case_id, seq),
    constraint case_head_hash check (length(hash) = 32)
);

-- A head moves with every record: room in the page keeps the move inside it, without touching the index.
alter table case_head set (fillfactor = 70);

create function refuse_going_back() returns trigger language plpgsql as $$
begin
    raise exception '%: a head only moves forward', tg_table_name;
end
$$;

create trigger case_head_only_moves_forward before update on case_head
for each row when (new.seq <= old.seq) execute function refuse_going_back();

create trigger case_head_is_never_deleted before delete or truncate on case_head
for each statement execute function refuse_change();

-- Record hashes that the Merkle log hasn't taken up yet. Every record queues its own, so that none can be forgotten.
-- No foreign key: rows come from the trigger alone, a batch at a time, and a key would be checked a row at a time.
create table pending_leaf (
    case_id uuid not null,
    seq bigint not null,
    hash bytea not null,

    primary key (case_id, seq),
    constraint pending_leaf_hash check (length(hash) = 32)
);

create function queue_leaves() returns trigger language plpgsql as $$
begin
    insert into pending_leaf (case_id, seq, hash)
    select case_id, seq, hash from added;
    return null;
end
$$;

create trigger record_queues_its_leaf after insert on record
referencing new table as added
for each statement execute function queue_leaves();

create trigger pending_leaf_is_never_changed before update or truncate on pending_leaf
for each statement execute function refuse_change();
