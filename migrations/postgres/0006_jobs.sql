-- What background jobs need beside their rows.

-- Why the last attempt at a message failed, in words for staff; null before the first failure.
alter table outbox add column problem text;

-- A job that one process does at a time, such as the clock: whoever holds the row does it until the instant stands, and
-- renews it while it lives. When it dies, another process takes over after that instant. Nothing legal depends on the
-- row: two holders at once, after a jump of a clock, find each other by the heads of the cases.
create table lease (
    name text collate "C" not null primary key,
    holder uuid not null,
    until_ms bigint not null
);
