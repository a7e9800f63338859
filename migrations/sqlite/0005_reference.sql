-- What cases refer to by hash and share: rule editions, data sets, templates. Small, read often, never changed; on a
-- sharded database these are reference tables, copied to every node.

-- A rule edition: the profile after overlays, as the canonical JSON whose hash stands in every record.
create table ruleset (
    hash blob not null primary key,
    json blob not null,

    constraint ruleset_hash check (length(hash) = 32)
) strict;

-- A dated data set (calendar, minimum wage and the like). A wrong holiday moves due dates in every open case, so two
-- different persons stand behind each row.
create table dataset (
    hash blob not null primary key,
    kind text not null,
    json blob not null,
    loaded_by text not null,
    confirmed_by text not null,

    constraint dataset_hash check (length(hash) = 32),
    constraint dataset_two_persons check (loaded_by <> confirmed_by)
) strict;

-- Typst sources and the list of fonts, by the SHA-256 of their bytes.
create table template (
    sha256 blob not null primary key,
    name text not null,
    bytes blob not null,

    constraint template_sha256 check (length(sha256) = 32)
) strict;

create trigger ruleset_is_never_changed before update on ruleset
begin
    select raise(abort, 'ruleset: rows are never changed');
end;

create trigger ruleset_is_never_deleted before delete on ruleset
begin
    select raise(abort, 'ruleset: rows are never deleted');
end;

create trigger dataset_is_never_changed before update on dataset
begin
    select raise(abort, 'dataset: rows are never changed');
end;

create trigger dataset_is_never_deleted before delete on dataset
begin
    select raise(abort, 'dataset: rows are never deleted');
end;

create trigger template_is_never_changed before update on template
begin
    select raise(abort, 'template: rows are never changed');
end;

create trigger template_is_never_deleted before delete on template
begin
    select raise(abort, 'template: rows are never deleted');
end;
