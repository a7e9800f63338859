-- Secret ballots: what is voted on, who may vote, who took a token. What anybody chose isn't here: the box is a store of
-- its own (a file beside this one) until the ballot is closed, and is kept out of copies.

-- `definition` is canonical JSON and never changes; `bundle` is the published list, null until the box is closed.
create table ballot (
    case_id blob not null,
    ballot_id blob not null,
    definition blob not null,
    closes_at_ms integer not null,
    bundle blob,

    primary key (case_id, ballot_id),
    constraint ballot_ids check (length(case_id) = 16 and length(ballot_id) = 16)
) strict, without rowid;

create index ballot_by_id on ballot (ballot_id, case_id);

create trigger ballot_is_only_closed before update on ballot
when new.definition is not old.definition or new.closes_at_ms is not old.closes_at_ms
    or old.bundle is not null or new.bundle is null
begin
    select raise(abort, 'ballot: a row is never changed, only closed once');
end;

create trigger ballot_is_never_deleted before delete on ballot
begin
    select raise(abort, 'ballot: rows are never deleted');
end;

-- The roll, by number. `link` is a hash of the personal link: who reads the table can't vote with it. It is null until
-- links are made.
create table ballot_voter (
    case_id blob not null,
    ballot_id blob not null,
    voter integer not null,
    name text not null,
    person text not null,
    link blob,

    primary key (case_id, ballot_id, voter),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id),
    constraint ballot_voter_link check (link is null or length(link) = 32)
) strict, without rowid;

create index ballot_voter_link on ballot_voter (ballot_id, link);

-- Who took what, as one value of a fixed size: it doesn't say when or after whom.
create table ballot_register (
    case_id blob not null,
    ballot_id blob not null,
    marks blob not null,

    primary key (case_id, ballot_id),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
) strict, without rowid;
