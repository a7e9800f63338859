-- Who belongs where. The same tables as on SQLite; why each is as it is stands there.

create table organisation (
    id uuid not null primary key,
    kind text collate "C" not null,
    name text collate "C" not null,
    uscc text collate "C" not null,
    region text collate "C" not null,
    employers text collate "C" not null,
    applicant uuid not null,
    capacity text collate "C" not null,
    state text collate "C" not null,
    reason text collate "C" not null,
    created_at_ms bigint not null,
    decided_by uuid,
    decided_at_ms bigint,

    foreign key (applicant) references account (id),
    constraint organisation_state check (state in ('waiting', 'confirmed', 'returned'))
);

create index organisation_region on organisation (state, region, id);
create index organisation_applicant on organisation (applicant, id);
create index organisation_uscc on organisation (uscc, id);

create table organisation_scan (
    organisation_id uuid not null,
    purpose text collate "C" not null,
    name text collate "C" not null,
    media text collate "C" not null,
    size bigint not null,
    bytes bytea not null,

    primary key (organisation_id, purpose),
    foreign key (organisation_id) references organisation (id),
    constraint organisation_scan_purpose check (purpose in ('licence', 'authorisation'))
);

create table account_phone (
    account_id uuid not null primary key,
    phone text collate "C" not null,

    foreign key (account_id) references account (id)
);

create index account_phone_phone on account_phone (phone, account_id);
