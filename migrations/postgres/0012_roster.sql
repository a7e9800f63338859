-- The rosters. The same tables as on SQLite; why each is as it is stands there.

create table roster_person (
    employer text collate "C" not null,
    id uuid not null,
    name text collate "C",
    phone text collate "C",
    number text collate "C",
    post text collate "C",
    constituency text collate "C",
    sex text collate "C",
    delegate boolean not null,
    account_id uuid,
    erased_at_ms bigint,

    primary key (employer, id),
    foreign key (account_id) references account (id),
    constraint roster_person_erased check (
        (erased_at_ms is null and name is not null)
        or (erased_at_ms is not null and name is null and phone is null and number is null and post is null
            and constituency is null and sex is null)
    )
);

create index roster_person_name on roster_person (employer, name, id);
create index roster_person_account on roster_person (account_id, employer, id);

create table roster_draft (
    id uuid not null primary key,
    employer text collate "C" not null,
    account_id uuid not null,
    at_ms bigint not null,
    rows bytea not null,

    foreign key (account_id) references account (id)
);

create index roster_draft_employer on roster_draft (employer, id);
