-- How people come in. The same tables as on SQLite; why each is as it is stands there.

create table roster_group (
    employer text collate "C" not null primary key,
    code text collate "C" not null,
    at_ms bigint not null,

    constraint roster_group_code unique (code)
);

create table pass (
    token bytea not null primary key,
    kind text collate "C" not null,
    employer text collate "C" not null,
    person_id uuid not null,
    secret bytea,
    tries bigint not null,
    created_at_ms bigint not null,
    until_ms bigint not null,
    used_at_ms bigint,

    foreign key (employer, person_id) references roster_person (employer, id),
    constraint pass_token check (length(token) = 32),
    constraint pass_kind check (kind in ('link', 'code'))
);

create index pass_person on pass (employer, person_id, kind, created_at_ms);

create table account_pass (
    token bytea not null primary key,
    account_id uuid not null,
    created_at_ms bigint not null,
    until_ms bigint not null,
    used_at_ms bigint,

    foreign key (account_id) references account (id),
    constraint account_pass_token check (length(token) = 32)
);

create index account_pass_account on account_pass (account_id, created_at_ms);

create table short_message (
    id uuid not null primary key,
    phone text collate "C",
    text text collate "C",
    created_at_ms bigint not null,
    attempts bigint not null,
    next_at_ms bigint not null,
    sent_at_ms bigint,
    problem text collate "C",

    constraint short_message_sent check (sent_at_ms is null or (phone is null and text is null))
);

create index short_message_due on short_message (next_at_ms, id) where sent_at_ms is null;
