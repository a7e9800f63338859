-- What cases refer to by hash and share: rule editions, data sets, templates. On a distributed database these are
-- reference tables, copied to every node.

create table ruleset (
    hash bytea not null primary key,
    json bytea not null,

    constraint ruleset_hash check (length(hash) = 32)
);

-- A wrong holiday moves due dates in every open case, so two different persons stand behind each row.
create table dataset (
    hash bytea not null primary key,
    kind text not null,
    json bytea not null,
    loaded_by text not null,
    confirmed_by text not null,

    constraint dataset_hash check (length(hash) = 32),
    constraint dataset_two_persons check (loaded_by <> confirmed_by)
);

create table template (
    sha256 bytea not null primary key,
    name text not null,
    bytes bytea not null,

    constraint template_sha256 check (length(sha256) = 32)
);

create trigger ruleset_is_never_changed before update or delete or truncate on ruleset
for each statement execute function refuse_change();

create trigger dataset_is_never_changed before update or delete or truncate on dataset
for each statement execute function refuse_change();

create trigger template_is_never_changed before update or delete or truncate on template
for each statement execute function refuse_change();
