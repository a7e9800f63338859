-- Challenges to a roll and their answers. The same table as on SQLite, where it is explained.
create table ballot_challenge (
    case_id uuid not null,
    roll_id uuid not null,
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

    primary key (case_id, roll_id, challenge_id),
    foreign key (case_id, roll_id) references ballot_roll (case_id, roll_id),
    constraint ballot_challenge_kind check (kind in ('missing', 'extra', 'wrong')),
    constraint ballot_challenge_answered check (
        (answered_by is null) = (answered_at_ms is null) and (answered_by is null) = (accepted is null)
    ),
    constraint ballot_challenge_erased check (
        (erased_at_ms is null) = (text is not null) and (answer is null or erased_at_ms is null)
    )
);

create index ballot_challenge_open on ballot_challenge (case_id, roll_id, challenge_id)
where answered_at_ms is null and erased_at_ms is null;

create index ballot_challenge_by on ballot_challenge (case_id, by_account, roll_id);

create function refuse_other_than_answering() returns trigger language plpgsql as $$
begin
    if new.kind is distinct from old.kind or new.by_account is distinct from old.by_account
        or new.at_ms is distinct from old.at_ms or old.erased_at_ms is not null
        or (new.erased_at_ms is null
            and (old.answered_by is not null or new.answered_by is null or new.text is distinct from old.text))
        or (new.erased_at_ms is not null
            and (new.answered_by is distinct from old.answered_by
                or new.answered_at_ms is distinct from old.answered_at_ms
                or new.accepted is distinct from old.accepted)) then
        raise exception '%: a row is never changed, only answered once and erased', tg_table_name;
    end if;
    return new;
end
$$;

create trigger ballot_challenge_is_only_answered_and_erased before update on ballot_challenge
for each row execute function refuse_other_than_answering();

create trigger ballot_challenge_is_never_deleted before delete or truncate on ballot_challenge
for each statement execute function refuse_change();
