-- Challenges to a roll while it is published, and what the union side answered. The words name persons: whoever wrote them
-- takes them back, and the answer with them; that there was a challenge stays.
create table ballot_challenge (
    case_id blob not null,
    roll_id blob not null,
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

    primary key (case_id, roll_id, challenge_id),
    foreign key (case_id, roll_id) references ballot_roll (case_id, roll_id),
    constraint ballot_challenge_kind check (kind in ('missing', 'extra', 'wrong')),
    constraint ballot_challenge_answered check (
        (answered_by is null) = (answered_at_ms is null) and (answered_by is null) = (accepted is null)
    ),
    constraint ballot_challenge_erased check (
        (erased_at_ms is null) = (text is not null) and (answer is null or erased_at_ms is null)
    )
) strict, without rowid;

create index ballot_challenge_open on ballot_challenge (case_id, roll_id, challenge_id)
where answered_at_ms is null and erased_at_ms is null;

create index ballot_challenge_by on ballot_challenge (case_id, by_account, roll_id);

create trigger ballot_challenge_is_only_answered_and_erased before update on ballot_challenge
when new.kind is not old.kind or new.by_account is not old.by_account or new.at_ms is not old.at_ms
    or old.erased_at_ms is not null
    or (new.erased_at_ms is null and (old.answered_by is not null or new.answered_by is null or new.text is not old.text))
    or (new.erased_at_ms is not null and (new.answered_by is not old.answered_by
        or new.answered_at_ms is not old.answered_at_ms or new.accepted is not old.accepted))
begin
    select raise(abort, 'ballot_challenge: a row is never changed, only answered once and erased');
end;

create trigger ballot_challenge_is_never_deleted before delete on ballot_challenge
begin
    select raise(abort, 'ballot_challenge: rows are erased, never deleted');
end;
