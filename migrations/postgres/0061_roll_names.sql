-- Names on rolls, in rows that can be erased. The same tables as on SQLite, where each is explained.

create table ballot_roll_name (
    case_id uuid not null,
    roll_id uuid not null,
    number bigint not null,
    person_id text collate "C" not null,
    salt bytea,
    fields bytea,
    erased_at_ms bigint,

    primary key (case_id, roll_id, number),
    constraint ballot_roll_name_salt check (length(salt) = 32),
    constraint ballot_roll_name_erased check (
        (erased_at_ms is null and salt is not null and fields is not null)
        or (erased_at_ms is not null and salt is null and fields is null)
    )
);

create index ballot_roll_name_person on ballot_roll_name (case_id, person_id);

drop trigger ballot_roll_is_only_closed on ballot_roll;

insert into ballot_roll_name (case_id, roll_id, number, person_id, salt, fields)
select ballot_roll.case_id, ballot_roll.roll_id, entry.place - 1,
    coalesce(nullif(entry.voter ->> 0, ''), gen_random_uuid()::text),
    sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')),
    convert_to('{"name":' || to_json(entry.voter ->> 1)::text || '}', 'UTF8')
from ballot_roll
cross join jsonb_array_elements(convert_from(ballot_roll.content, 'UTF8')::jsonb) with ordinality as entry (voter, place);

update ballot_roll
set content = convert_to('{"voters":[' || (
    select coalesce(string_agg('{"id":' || to_json(person_id)::text || '}', ',' order by number), '')
    from ballot_roll_name
    where ballot_roll_name.case_id = ballot_roll.case_id and ballot_roll_name.roll_id = ballot_roll.roll_id
) || ']}', 'UTF8');

create trigger ballot_roll_is_only_closed before update on ballot_roll
for each row execute function refuse_other_than_closing_a_roll();

alter table ballot_voter add column roll_id uuid;

insert into ballot_roll_name (case_id, roll_id, number, person_id, salt, fields)
select case_id, ballot_id, voter, coalesce(nullif(person, ''), gen_random_uuid()::text),
    sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')),
    convert_to('{"name":' || to_json(name)::text || '}', 'UTF8')
from ballot_voter;

update ballot_voter
set roll_id = ballot_id;

alter table ballot_voter drop column name;

create trigger ballot_roll_name_is_only_erased before update on ballot_roll_name
for each row when (new.erased_at_ms is null or old.erased_at_ms is not null) execute function refuse_all_but_erasure();

create trigger ballot_roll_name_is_never_deleted before delete or truncate on ballot_roll_name
for each statement execute function refuse_deletion();
