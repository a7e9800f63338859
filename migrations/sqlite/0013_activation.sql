-- How the people of a roster come in: the group's code for everybody of an employer, a link for one person, a code of six
-- digits on a phone.

-- What the poster shows. It lets nobody in by itself, and a new one makes the old one void.
create table roster_group (
    employer text not null primary key,
    code text not null,
    at_ms integer not null,

    constraint roster_group_code unique (code)
) strict, without rowid;

-- A link or a code for one person of a roster. `token` is the SHA-256 of what the link or the browser carries; `secret`
-- that of the browser's part and the six digits together, so that whoever reads the table can't try them out.
create table pass (
    token blob not null primary key,
    kind text not null,
    employer text not null,
    person_id blob not null,
    secret blob,
    tries integer not null,
    created_at_ms integer not null,
    until_ms integer not null,
    used_at_ms integer,

    foreign key (employer, person_id) references roster_person (employer, id),
    constraint pass_token check (length(token) = 32),
    constraint pass_kind check (kind in ('link', 'code'))
) strict, without rowid;

create index pass_person on pass (employer, person_id, kind, created_at_ms);

-- A link by which somebody with a password sets a new one. `token` is the SHA-256 of what the link carries.
create table account_pass (
    token blob not null primary key,
    account_id blob not null,
    created_at_ms integer not null,
    until_ms integer not null,
    used_at_ms integer,

    foreign key (account_id) references account (id),
    constraint account_pass_token check (length(token) = 32)
) strict, without rowid;

create index account_pass_account on account_pass (account_id, created_at_ms);

-- Short messages that belong to no case. `phone` and `text` are gone once the message is handed over.
create table short_message (
    id blob not null primary key,
    phone text,
    text text,
    created_at_ms integer not null,
    attempts integer not null,
    next_at_ms integer not null,
    sent_at_ms integer,
    problem text,

    constraint short_message_sent check (sent_at_ms is null or (phone is null and text is null))
) strict, without rowid;

create index short_message_due on short_message (next_at_ms, id) where sent_at_ms is null;
