-- What belongs to a ballot beside its opening. The same tables as on SQLite, where each is explained.

create table ballot_extension (
    case_id uuid not null,
    ballot_id uuid not null,
    number bigint not null,
    closes_at_ms bigint not null,
    extension bytea not null,

    primary key (case_id, ballot_id, number),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
);

create trigger ballot_extension_is_never_changed before update or delete or truncate on ballot_extension
for each statement execute function refuse_change();

create table ballot_roll (
    case_id uuid not null,
    roll_id uuid not null,
    content bytea not null,
    published_by text not null,
    published_at_ms bigint not null,
    closed_by text,
    closed_at_ms bigint,
    confirmed_by text,
    confirmed_at_ms bigint,

    primary key (case_id, roll_id),
    constraint ballot_roll_two check (
        (closed_by is null) = (closed_at_ms is null) and (confirmed_by is null) = (confirmed_at_ms is null)
        and (confirmed_by is null or (closed_by is not null and confirmed_by <> closed_by))
    )
);

create function refuse_other_than_closing_a_roll() returns trigger language plpgsql as $$
begin
    if new.content is distinct from old.content
        or new.published_by is distinct from old.published_by
        or new.published_at_ms is distinct from old.published_at_ms
        or (old.closed_by is not null
            and (new.closed_by is distinct from old.closed_by or new.closed_at_ms is distinct from old.closed_at_ms))
        or old.confirmed_by is not null then
        raise exception '%: a row is never changed, only closed and confirmed once', tg_table_name;
    end if;
    return new;
end
$$;

create trigger ballot_roll_is_only_closed before update on ballot_roll
for each row execute function refuse_other_than_closing_a_roll();

create trigger ballot_roll_is_never_deleted before delete or truncate on ballot_roll
for each statement execute function refuse_change();

create table ballot_reminder (
    case_id uuid not null,
    ballot_id uuid not null,
    hours bigint not null,
    at_ms bigint not null,

    primary key (case_id, ballot_id, hours),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
);

create index ballot_voter_person on ballot_voter (person, case_id, ballot_id, voter);

create index ballot_open on ballot (ballot_id, case_id) where bundle is null;
