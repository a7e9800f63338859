-- Who belongs where: organisations as they are applied for, confirmed or returned, with the scans that prove them, and
-- the phones of accounts. The tree of regions is the code itself: a federation of `3307` is above every `3307…`.

-- One row an application: whoever follows a chair or a handling person applies anew, and the confirmation of the later
-- row ends what the earlier one gave. `employers` are the unified social credit codes that it stands for, separated by
-- blanks: its own for an enterprise, one or several for a union. `capacity` is what the applicant becomes by it.
create table organisation (
    id blob not null primary key,
    kind text not null,
    name text not null,
    uscc text not null,
    region text not null,
    employers text not null,
    applicant blob not null,
    capacity text not null,
    state text not null,
    reason text not null,
    created_at_ms integer not null,
    decided_by blob,
    decided_at_ms integer,

    foreign key (applicant) references account (id),
    constraint organisation_id check (length(id) = 16),
    constraint organisation_state check (state in ('waiting', 'confirmed', 'returned'))
) strict, without rowid;

-- The queue of a region and its list, in the order of the codes; those of one applicant; those of one code.
create index organisation_region on organisation (state, region, id);
create index organisation_applicant on organisation (applicant, id);
create index organisation_uscc on organisation (uscc, id);

-- What proves an organisation and its person: `licence` and `authorisation`, the newest of each.
create table organisation_scan (
    organisation_id blob not null,
    purpose text not null,
    name text not null,
    media text not null,
    size integer not null,
    bytes blob not null,

    primary key (organisation_id, purpose),
    foreign key (organisation_id) references organisation (id),
    constraint organisation_scan_purpose check (purpose in ('licence', 'authorisation'))
) strict;

-- Where an account is reached. Apart from the account, because it can be removed; one phone may be that of several
-- accounts, and they count as one person where sides meet.
create table account_phone (
    account_id blob not null primary key,
    phone text not null,

    foreign key (account_id) references account (id)
) strict, without rowid;

create index account_phone_phone on account_phone (phone, account_id);
