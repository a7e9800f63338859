-- Secret ballots. The same tables as on SQLite, where each is explained, and the box, which is a file of its own there.

create table ballot (
    case_id uuid not null,
    ballot_id uuid not null,
    definition bytea not null,
    closes_at_ms bigint not null,
    bundle bytea,

    primary key (case_id, ballot_id)
);

create index ballot_by_id on ballot (ballot_id, case_id);

create function refuse_other_than_closing() returns trigger language plpgsql as $$
begin
    if new.definition is distinct from old.definition or new.closes_at_ms is distinct from old.closes_at_ms
        or old.bundle is not null or new.bundle is null then
        raise exception '%: a row is never changed, only closed once', tg_table_name;
    end if;
    return new;
end
$$;

create trigger ballot_is_only_closed before update on ballot
for each row execute function refuse_other_than_closing();

create trigger ballot_is_never_deleted before delete or truncate on ballot
for each statement execute function refuse_change();

create table ballot_voter (
    case_id uuid not null,
    ballot_id uuid not null,
    voter bigint not null,
    name text not null,
    person text collate "C" not null,
    link bytea,

    primary key (case_id, ballot_id, voter),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id),
    constraint ballot_voter_link check (link is null or length(link) = 32)
);

create index ballot_voter_link on ballot_voter (ballot_id, link);

create table ballot_register (
    case_id uuid not null,
    ballot_id uuid not null,
    marks bytea not null,

    primary key (case_id, ballot_id),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
);

-- The box of a ballot that is open: all ballots as one value of a fixed size, in the order of their tokens, with the key
-- under which tokens are issued and the salt of those that the server makes. No time, no order, no name. The row goes when
-- the ballot is closed. Never copied.
create table ballot_box (
    ballot_id uuid not null primary key,
    cells bytea not null,
    secret bytea not null,
    salt bytea not null,
    sealed boolean not null
);
