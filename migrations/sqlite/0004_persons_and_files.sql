-- What a record names only by hash: persons, documents, attachments. Each can be erased without touching the chain;
-- what stays is the hash and the length, so that a bundle can say what is missing.

-- Salt and fields behind a commitment in a record. One row a person, case and version of the fields: the commitment
-- is part of the key because a corrected name is a new commitment beside the old one.
-- `fields` are the canonical bytes the commitment was computed over, kept as they were.
create table person (
    case_id blob not null,
    person_id text not null,
    commitment blob not null,
    salt blob,
    fields blob,
    erased_at_ms integer,

    primary key (case_id, person_id, commitment),
    constraint person_salt check (length(salt) = 32),
    constraint person_erased check (
        (erased_at_ms is null and salt is not null and fields is not null)
        or (erased_at_ms is not null and salt is null and fields is null)
    )
) strict, without rowid;

create trigger person_is_only_erased before update on person when new.erased_at_ms is null or old.erased_at_ms is not null
begin
    select raise(abort, 'person: a row is only ever erased');
end;

create trigger person_is_never_deleted before delete on person
begin
    select raise(abort, 'person: rows are erased, not deleted');
end;

-- One row a printed document and version. `data` is the canonical JSON the PDF was made from. A row exists only with
-- the record of the act that recorded it, hence the foreign key.
create table document (
    case_id blob not null,
    number text not null,
    version integer not null,
    kind text not null,
    recorded_seq integer not null,
    data_digest blob not null,
    data_size integer not null,
    data blob,
    pdf_digest blob not null,
    pdf_size integer not null,
    pdf blob,
    erased_at_ms integer,

    primary key (case_id, number, version),
    foreign key (case_id, recorded_seq) references record (case_id, seq),
    constraint document_version check (version >= 1),
    constraint document_digests check (length(data_digest) = 32 and length(pdf_digest) = 32),
    constraint document_erased check (
        (erased_at_ms is null and data is not null and pdf is not null)
        or (erased_at_ms is not null and data is null and pdf is null)
    )
) strict;

create trigger document_is_only_erased before update on document when new.erased_at_ms is null or old.erased_at_ms is not null
begin
    select raise(abort, 'document: a row is only ever erased');
end;

create trigger document_is_never_deleted before delete on document
begin
    select raise(abort, 'document: rows are erased, not deleted');
end;

-- Scans and files handed in, by the hash of their bytes. Kept a case: the same file in two cases is two rows, because
-- each case is erased and exported by itself. `name` is what the person called it and never leaves with the bundle.
create table attachment (
    case_id blob not null,
    sha256 blob not null,
    name text not null,
    size integer not null,
    bytes blob,
    erased_at_ms integer,

    primary key (case_id, sha256),
    constraint attachment_sha256 check (length(sha256) = 32),
    constraint attachment_erased check ((erased_at_ms is null) = (bytes is not null))
) strict;

create trigger attachment_is_only_erased before update on attachment when new.erased_at_ms is null or old.erased_at_ms is not null
begin
    select raise(abort, 'attachment: a row is only ever erased');
end;

create trigger attachment_is_never_deleted before delete on attachment
begin
    select raise(abort, 'attachment: rows are erased, not deleted');
end;
