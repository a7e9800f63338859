-- Who is who: accounts, their sessions and second factors, for whom they stand, and who read what is confidential.
--
-- None of this is evidence. A record names a person by the id of the account and carries no more; what is said here of
-- the person can change, and an account that is no longer used is disabled, not removed, so that its id stays known.

-- `login` is folded to lower case by the program. `password` is a PHC string; it says by which function and with which
-- parameters it was made. `second_factor` is the secret of a code generator, null where there is none;
-- `second_factor_step` the last time step of which a code was taken, so that no code counts twice.
-- `changed_at_ms` moves with every change of the account's standings too: two processes that look at the standings
-- before they add one find each other by it.
create table account (
    id blob not null primary key,
    login text not null,
    name text not null,
    password text not null,
    second_factor blob,
    second_factor_step integer not null,
    created_at_ms integer not null,
    changed_at_ms integer not null,
    disabled_at_ms integer,

    constraint account_login unique (login),
    constraint account_id check (length(id) = 16)
) strict, without rowid;

create trigger account_is_never_deleted before delete on account
begin
    select raise(abort, 'account: rows are never deleted');
end;

-- `token` is the SHA-256 of what the browser holds: who reads the table can't sign in with it. A session ends at
-- `until_ms`, or when nobody has used it for a while since `seen_at_ms`. `second_factor` says whether a second factor
-- was shown when it was opened.
create table account_session (
    token blob not null primary key,
    account_id blob not null,
    created_at_ms integer not null,
    seen_at_ms integer not null,
    until_ms integer not null,
    second_factor integer not null,

    foreign key (account_id) references account (id),
    constraint account_session_token check (length(token) = 32),
    constraint account_session_second_factor check (second_factor in (0, 1))
) strict, without rowid;

create index account_session_account on account_session (account_id, created_at_ms, token);

-- Codes for whoever has lost the generator, each good once; by their SHA-256, they are random and long.
create table recovery_code (
    account_id blob not null,
    code blob not null,
    used_at_ms integer,

    primary key (account_id, code),
    foreign key (account_id) references account (id),
    constraint recovery_code_code check (length(code) = 32)
) strict, without rowid;

-- In which capacity an account stands for whom: in one case, for an employer (its unified social credit code) in all of
-- its cases, for a region (the first digits of its code). Whether the capacity may do an act at this time is decided
-- elsewhere.
create table standing (
    account_id blob not null,
    capacity text not null,
    kind text not null,
    scope text not null,

    primary key (account_id, kind, scope, capacity),
    foreign key (account_id) references account (id),
    constraint standing_kind check (kind in ('case', 'employer', 'region'))
) strict, without rowid;

-- Who stands for this.
create index standing_scope on standing (kind, scope, account_id, capacity);

-- Who read which confidential material of a case, and when. Append-only.
create table read_log (
    case_id blob not null,
    at_ms integer not null,
    account_id blob not null,
    what text not null,

    primary key (case_id, at_ms, account_id, what)
) strict, without rowid;

create trigger read_log_is_never_changed before update on read_log
begin
    select raise(abort, 'read_log: rows are never changed');
end;

create trigger read_log_is_never_deleted before delete on read_log
begin
    select raise(abort, 'read_log: rows are never deleted');
end;

-- A bureau of a city sees the cases of its counties, one of a province those of its cities: the first four and the first
-- two digits of the code (GB/T 2260). As indexes on the digits themselves, so that such a list comes newest first too.
create index case_list_city on case_list (substr(region, 1, 4), case_id);
create index case_list_province on case_list (substr(region, 1, 2), case_id);
