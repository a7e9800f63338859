-- A side of an employer has accepted this platform as the system that receives electronic documents for it, in all of
-- its cases (Civil Code 137; Electronic Signature Law 11). The acts that rely on it carry it as a fact, so a record says
-- by itself what it rests on. `text` is the SHA-256 of the words that were accepted.
create table inbox_acceptance (
    employer_uscc text not null,
    side text not null,
    at_ms integer not null,
    account_id blob not null,
    text blob not null,

    primary key (employer_uscc, side),
    constraint inbox_acceptance_side check (side in ('employer', 'worker')),
    constraint inbox_acceptance_text check (length(text) = 32)
) strict, without rowid;

create trigger inbox_acceptance_is_never_changed before update on inbox_acceptance
begin
    select raise(abort, 'inbox_acceptance: rows are never changed');
end;

create trigger inbox_acceptance_is_never_deleted before delete on inbox_acceptance
begin
    select raise(abort, 'inbox_acceptance: rows are never deleted');
end;
