-- The people of an employer as the union's roster has them. Nothing of it is evidence; what a case needs of a person it
-- gets as a salted commitment of its own. Names and phones stand here and nowhere else, and an erased row keeps neither.

create table roster_person (
    employer text not null,
    id blob not null,
    name text,
    phone text,
    number text,
    post text,
    constituency text,
    sex text,
    delegate integer not null,
    account_id blob,
    erased_at_ms integer,

    primary key (employer, id),
    foreign key (account_id) references account (id),
    constraint roster_person_delegate check (delegate in (0, 1)),
    constraint roster_person_erased check (
        (erased_at_ms is null and name is not null)
        or (erased_at_ms is not null and name is null and phone is null and number is null and post is null
            and constituency is null and sex is null)
    )
) strict, without rowid;

create index roster_person_name on roster_person (employer, name, id);
create index roster_person_account on roster_person (account_id, employer, id);

-- A list that was read and waits for its confirmation; gone with it.
create table roster_draft (
    id blob not null primary key,
    employer text not null,
    account_id blob not null,
    at_ms integer not null,
    rows blob not null,

    foreign key (account_id) references account (id)
) strict;

create index roster_draft_employer on roster_draft (employer, id);
