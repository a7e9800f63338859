-- What belongs to a ballot beside its opening: extensions, the roll that two persons close before it, reminders. None of
-- these rows says anything of one voter.

-- A ballot that was extended while it was open, in order. `extension` is canonical JSON: who, when, why, until when.
create table ballot_extension (
    case_id blob not null,
    ballot_id blob not null,
    number integer not null,
    closes_at_ms integer not null,
    extension blob not null,

    primary key (case_id, ballot_id, number),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
) strict, without rowid;

create trigger ballot_extension_is_never_changed before update on ballot_extension
begin
    select raise(abort, 'ballot_extension: rows are never changed');
end;

create trigger ballot_extension_is_never_deleted before delete on ballot_extension
begin
    select raise(abort, 'ballot_extension: rows are never deleted');
end;

-- Who may vote, published for challenge, then closed by one person and confirmed by another. `content` is canonical JSON:
-- id and name of each. A roll that has to be mended is followed by another.
create table ballot_roll (
    case_id blob not null,
    roll_id blob not null,
    content blob not null,
    published_by text not null,
    published_at_ms integer not null,
    closed_by text,
    closed_at_ms integer,
    confirmed_by text,
    confirmed_at_ms integer,

    primary key (case_id, roll_id),
    constraint ballot_roll_ids check (length(case_id) = 16 and length(roll_id) = 16),
    constraint ballot_roll_two check (
        (closed_by is null) = (closed_at_ms is null) and (confirmed_by is null) = (confirmed_at_ms is null)
        and (confirmed_by is null or (closed_by is not null and confirmed_by <> closed_by))
    )
) strict, without rowid;

create trigger ballot_roll_is_only_closed before update on ballot_roll
when new.content is not old.content
    or new.published_by is not old.published_by or new.published_at_ms is not old.published_at_ms
    or (old.closed_by is not null and (new.closed_by is not old.closed_by or new.closed_at_ms is not old.closed_at_ms))
    or old.confirmed_by is not null
begin
    select raise(abort, 'ballot_roll: a row is never changed, only closed and confirmed once');
end;

create trigger ballot_roll_is_never_deleted before delete on ballot_roll
begin
    select raise(abort, 'ballot_roll: rows are never deleted');
end;

-- When those who hadn't taken part were reminded, so many hours before the close. Not who: that would say of somebody
-- when they hadn't voted yet.
create table ballot_reminder (
    case_id blob not null,
    ballot_id blob not null,
    hours integer not null,
    at_ms integer not null,

    primary key (case_id, ballot_id, hours),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id)
) strict, without rowid;

create index ballot_voter_person on ballot_voter (person, case_id, ballot_id, voter);

create index ballot_open on ballot (ballot_id, case_id) where bundle is null;
