-- A side of an employer has accepted this platform as the system that receives electronic documents for it, in all of
-- its cases (Civil Code 137; Electronic Signature Law 11). The acts that rely on it carry it as a fact, so a record says
-- by itself what it rests on. `text` is the SHA-256 of the words that were accepted.
create table inbox_acceptance (
    employer_uscc text collate "C" not null,
    side text collate "C" not null,
    at_ms bigint not null,
    account_id uuid not null,
    text bytea not null,

    primary key (employer_uscc, side),
    constraint inbox_acceptance_side check (side in ('employer', 'worker')),
    constraint inbox_acceptance_text check (length(text) = 32)
);

create trigger inbox_acceptance_is_never_changed before update or delete or truncate on inbox_acceptance
for each statement execute function refuse_change();
