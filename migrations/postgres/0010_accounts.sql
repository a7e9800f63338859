-- Who is who. The same tables as on SQLite; why each is as it is stands there.

create table account (
    id uuid not null primary key,
    login text collate "C" not null,
    name text not null,
    password text not null,
    second_factor bytea,
    second_factor_step bigint not null,
    created_at_ms bigint not null,
    changed_at_ms bigint not null,
    disabled_at_ms bigint,

    constraint account_login unique (login)
);

create trigger account_is_never_deleted before delete or truncate on account
for each statement execute function refuse_change();

create table account_session (
    token bytea not null primary key,
    account_id uuid not null,
    created_at_ms bigint not null,
    seen_at_ms bigint not null,
    until_ms bigint not null,
    second_factor boolean not null,

    foreign key (account_id) references account (id),
    constraint account_session_token check (length(token) = 32)
);

create index account_session_account on account_session (account_id, created_at_ms, token);

create table recovery_code (
    account_id uuid not null,
    code bytea not null,
    used_at_ms bigint,

    primary key (account_id, code),
    foreign key (account_id) references account (id),
    constraint recovery_code_code check (length(code) = 32)
);

create table standing (
    account_id uuid not null,
    capacity text collate "C" not null,
    kind text collate "C" not null,
    scope text collate "C" not null,

    primary key (account_id, kind, scope, capacity),
    foreign key (account_id) references account (id),
    constraint standing_kind check (kind in ('case', 'employer', 'region'))
);

create index standing_scope on standing (kind, scope, account_id, capacity);

-- The log of a case lies with the case; whoever read may be on another node, so there is no foreign key to the account.
create table read_log (
    case_id uuid not null,
    at_ms bigint not null,
    account_id uuid not null,
    what text collate "C" not null,

    primary key (case_id, at_ms, account_id, what)
);

create trigger read_log_is_never_changed before update or delete or truncate on read_log
for each statement execute function refuse_change();

create index case_list_city on case_list (substr(region, 1, 4), case_id);
create index case_list_province on case_list (substr(region, 1, 2), case_id);
