-- The chain of every case.
--
-- Ids are 16-byte blobs, not text: a UUIDv7 sorts by the time it was made either way, a blob is less than half as
-- long in the row and in every index, and the same Rust type binds to `uuid` on PostgreSQL. Hashes are 32-byte blobs
-- for the same reasons. Instants are milliseconds since 1970 UTC. The key of every table that belongs to a case
-- contains `case_id`, so that cases can be spread over several databases later without changing a constraint.

-- One row is one accepted command: exactly the canonical bytes that were hashed, and what is needed to find them.
-- `command`, `at_ms` and `act_id` repeat what the bytes say; where they differ, the bytes are right.
-- `struck` says how many rows directly before this one the clock wrote on behalf of the same submission, so that
-- asking again with the same `act_id` gives the same receipt.
create table record (
    case_id blob not null,
    seq integer not null,
    act_id blob not null,
    at_ms integer not null,
    command text not null,
    struck integer not null,
    bytes blob not null,
    hash blob not null,

    primary key (case_id, seq),
    -- An act id is the idempotency key of its command: a second row with it can't exist.
    constraint record_act unique (case_id, act_id),
    constraint record_ids check (length(case_id) = 16 and length(act_id) = 16),
    constraint record_seq check (seq >= 1 and struck >= 0 and struck < seq),
    constraint record_hash check (length(hash) = 32)
) strict;

-- Append-only. `insert or replace` deletes as well; connections set `recursive_triggers`, so it is caught too.
create trigger record_is_never_changed before update on record
begin
    select raise(abort, 'record: rows are never changed');
end;

create trigger record_is_never_deleted before delete on record
begin
    select raise(abort, 'record: rows are never deleted');
end;

-- The newest record of each case, and when it was written. A writer moves it only from the value it has read (compare-and-swap); two writers
-- that decided on the same head can't both win.
create table case_head (
    case_id blob not null primary key,
    seq integer not null,
    hash blob not null,
    at_ms integer not null,

    foreign key (case_id, seq) references record (case_id, seq),
    constraint case_head_hash check (length(hash) = 32)
) strict, without rowid;

create trigger case_head_only_moves_forward before update on case_head when new.seq <= old.seq
begin
    select raise(abort, 'case_head: a head only moves forward');
end;

create trigger case_head_is_never_deleted before delete on case_head
begin
    select raise(abort, 'case_head: rows are never deleted');
end;

-- Record hashes that the Merkle log hasn't taken up yet. Every record queues its own, so that none can be forgotten; the
-- sequencer of the log will take rows in key order and delete them, so the table stays short and needs no further index.
create table pending_leaf (
    case_id blob not null,
    seq integer not null,
    hash blob not null,

    primary key (case_id, seq),
    foreign key (case_id, seq) references record (case_id, seq),
    constraint pending_leaf_hash check (length(hash) = 32)
) strict, without rowid;

create trigger record_queues_its_leaf after insert on record
begin
    insert into pending_leaf (case_id, seq, hash)
    values (new.case_id, new.seq, new.hash);
end;

create trigger pending_leaf_is_never_changed before update on pending_leaf
begin
    select raise(abort, 'pending_leaf: rows are never changed');
end;
