-- What a side says among itself in a case. Sealed from the other side and from every office, without legal effect and no
-- part of the chain of records: a note is added, and erased by whoever wrote it, and nothing else.
create table caucus_note (
    case_id uuid not null,
    side text collate "C" not null,
    id uuid not null,
    account_id uuid not null,
    at_ms bigint not null,
    text text collate "C",
    erased_at_ms bigint,

    primary key (case_id, side, id),
    constraint caucus_note_side check (side in ('employer', 'worker')),
    constraint caucus_note_erased check ((erased_at_ms is null) = (text is not null))
);

create index caucus_note_newest on caucus_note (case_id, side, at_ms, id);

create trigger caucus_note_is_only_erased before update on caucus_note
for each row when (new.erased_at_ms is null or old.erased_at_ms is not null) execute function refuse_all_but_erasure();

create trigger caucus_note_is_never_deleted before delete or truncate on caucus_note
for each statement execute function refuse_deletion();
