-- Challenges to the attendance register of a ballot. The same table as on SQLite, where it is explained.
create table ballot_objection (
    case_id uuid not null,
    ballot_id uuid not null,
    challenge_id uuid not null,
    kind text collate "C" not null,
    by_account text collate "C" not null,
    at_ms bigint not null,
    text text collate "C",
    answered_by text collate "C",
    answered_at_ms bigint,
    accepted bigint,
    answer text collate "C",
    erased_at_ms bigint,

    primary key (case_id, ballot_id, challenge_id),
    foreign key (case_id, ballot_id) references ballot (case_id, ballot_id),
    constraint ballot_objection_kind check (kind in ('missing', 'extra', 'wrong')),
    constraint ballot_objection_answered check (
        (answered_by is null) = (answered_at_ms is null) and (answered_by is null) = (accepted is null)
    ),
    constraint ballot_objection_erased check (
        (erased_at_ms is null) = (text is not null) and (answer is null or erased_at_ms is null)
    )
);

create index ballot_objection_open on ballot_objection (case_id, ballot_id, challenge_id)
where answered_at_ms is null and erased_at_ms is null;

create index ballot_objection_by on ballot_objection (case_id, by_account, ballot_id);

create trigger ballot_objection_is_only_answered_and_erased before update on ballot_objection
for each row execute function refuse_other_than_answering();

create trigger ballot_objection_is_never_deleted before delete or truncate on ballot_objection
for each statement execute function refuse_change();
