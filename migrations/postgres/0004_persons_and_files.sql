-- What a record names only by hash: persons, documents, attachments. Each can be erased without touching the chain;
-- what stays is the hash and the length, so that a bundle can say what is missing.

create function refuse_all_but_erasure() returns trigger language plpgsql as $$
begin
    raise exception '%: a row is only ever erased', tg_table_name;
end
$$;

create function refuse_deletion() returns trigger language plpgsql as $$
begin
    raise exception '%: rows are erased, never deleted', tg_table_name;
end
$$;

-- Salt and fields behind a commitment in a record; a corrected name is a new commitment beside the old one.
create table person (
    case_id uuid not null,
    person_id text collate "C" not null,
    commitment bytea not null,
    salt bytea,
    fields bytea,
    erased_at_ms bigint,

    primary key (case_id, person_id, commitment),
    constraint person_salt check (length(salt) = 32),
    constraint person_erased check (
        (erased_at_ms is null and salt is not null and fields is not null)
        or (erased_at_ms is not null and salt is null and fields is null)
    )
);

create trigger person_is_only_erased before update on person
for each row when (new.erased_at_ms is null or old.erased_at_ms is not null) execute function refuse_all_but_erasure();

create trigger person_is_never_deleted before delete or truncate on person
for each statement execute function refuse_deletion();

-- One row a printed document and version, with the canonical JSON that the PDF was made from. A PDF is compressed
-- already: the database needn't try again.
create table document (
    case_id uuid not null,
    number text collate "C" not null,
    version bigint not null,
    kind text not null,
    recorded_seq bigint not null,
    data_digest bytea not null,
    data_size bigint not null,
    data bytea,
    pdf_digest bytea not null,
    pdf_size bigint not null,
    pdf bytea,
    erased_at_ms bigint,

    primary key (case_id, number, version),
    foreign key (case_id, recorded_seq) references record (case_id, seq),
    constraint document_version check (version >= 1),
    constraint document_digests check (length(data_digest) = 32 and length(pdf_digest) = 32),
    constraint document_erased check (
        (erased_at_ms is null and data is not null and pdf is not null)
        or (erased_at_ms is not null and data is null and pdf is null)
    )
);

alter table document alter column pdf set storage external;

create trigger document_is_only_erased before update on document
for each row when (new.erased_at_ms is null or old.erased_at_ms is not null) execute function refuse_all_but_erasure();

create trigger document_is_never_deleted before delete or truncate on document
for each statement execute function refuse_deletion();

-- Scans and files handed in, by the hash of their bytes, kept a case.
create table attachment (
    case_id uuid not null,
    sha256 bytea not null,
    name text not null,
    size bigint not null,
    bytes bytea,
    erased_at_ms bigint,

    primary key (case_id, sha256),
    constraint attachment_sha256 check (length(sha256) = 32),
    constraint attachment_erased check ((erased_at_ms is null) = (bytes is not null))
);

alter table attachment alter column bytes set storage external;

create trigger attachment_is_only_erased before update on attachment
for each row when (new.erased_at_ms is null or old.erased_at_ms is not null) execute function refuse_all_but_erasure();

create trigger attachment_is_never_deleted before delete or truncate on attachment
for each statement execute function refuse_deletion();
