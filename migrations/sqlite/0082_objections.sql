-- Challenges to the attendance register of a ballot that has ended, and their answers. Built like those to a roll: the words
-- name persons, whoever wrote them takes them back.
create table ballot_objection (
    case_id blob not null,
    ballot_id blob not null,
    challenge_id blob not null,
    kind text not null,
    by_account text not null,
    at_ms integer not null,
    text text,
    answered_by text,
    answered_at_ms integer,
    accepted integer,
    answer text,
    erased_at_ms integer,

    primary key (case_id, ballot_id, challenge_id),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id),
    constraint ballot_objection_kind check (kind in ('missing', 'extra', 'wrong')),
    constraint ballot_objection_answered check (
        (answered_by is null) = (answered_at_ms is null) and (answered_by is null) = (accepted is null)
    ),
    constraint ballot_objection_erased check (
        (erased_at_ms is null) = (text is not null) and (answer is null or erased_at_ms is null)
    )
) strict, without rowid;

create index ballot_objection_open on ballot_objection (case_id, ballot_id, challenge_id)
where answered_at_ms is null and erased_at_ms is null;

create index ballot_objection_by on ballot_objection (case_id, by_account, ballot_id);

create trigger ballot_objection_is_only_answered_and_erased before update on ballot_objection
when new.kind is not old.kind or new.by_account is not old.by_account or new.at_ms is not old.at_ms
    or old.erased_at_ms is not null
    or (new.erased_at_ms is null and (old.answered_by is not null or new.answered_by is null or new.text is not old.text))
    or (new.erased_at_ms is not null and (new.answered_by is not old.answered_by
        or new.answered_at_ms is not old.answered_at_ms or new.accepted is not old.accepted))
begin
    select raise(abort, 'ballot_objection: a row is never changed, only answered once and erased');
end;

create trigger ballot_objection_is_never_deleted before delete on ballot_objection
begin
    select raise(abort, 'ballot_objection: rows are erased, never deleted');
end;
