-- What a side says among itself in a case. Sealed from the other side and from every office, without legal effect and no
-- part of the chain of records: a note is added, and erased by whoever wrote it, and nothing else.
create table caucus_note (
    case_id blob not null,
    side text not null,
    id blob not null,
    account_id blob not null,
    at_ms integer not null,
    text text,
    erased_at_ms integer,

    primary key (case_id, side, id),
    constraint caucus_note_side check (side in ('employer', 'worker')),
    constraint caucus_note_erased check ((erased_at_ms is null) = (text is not null))
) strict, without rowid;

create index caucus_note_newest on caucus_note (case_id, side, at_ms, id);

create trigger caucus_note_is_only_erased before update on caucus_note when new.erased_at_ms is null or old.erased_at_ms is not null
begin
    select raise(abort, 'caucus_note: a row is only ever erased');
end;

create trigger caucus_note_is_never_deleted before delete on caucus_note
begin
    select raise(abort, 'caucus_note: rows are erased, not deleted');
end;
