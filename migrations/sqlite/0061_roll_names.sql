-- Names on rolls are personal data: they move into rows that can be erased. The roll keeps an id and a salted commitment
-- of each; `ballot_voter` names its roll. Rolls that were published before have ids only.

-- `fields` are the canonical bytes that were committed to, as in `person`. `number` is the place on the roll.
create table ballot_roll_name (
    case_id blob not null,
    roll_id blob not null,
    number integer not null,
    person_id text not null,
    salt blob,
    fields blob,
    erased_at_ms integer,

    primary key (case_id, roll_id, number),
    constraint ballot_roll_name_salt check (length(salt) = 32),
    constraint ballot_roll_name_erased check (
        (erased_at_ms is null and salt is not null and fields is not null)
        or (erased_at_ms is not null and salt is null and fields is null)
    )
) strict, without rowid;

create index ballot_roll_name_person on ballot_roll_name (case_id, person_id);

drop trigger ballot_roll_is_only_closed;

insert into ballot_roll_name (case_id, roll_id, number, person_id, salt, fields)
select ballot_roll.case_id, ballot_roll.roll_id, entry.key,
    coalesce(nullif(json_extract(entry.value, '$[0]'), ''), lower(hex(randomblob(16)))),
    randomblob(32), cast(json_object('name', json_extract(entry.value, '$[1]')) as blob)
from ballot_roll, json_each(cast(ballot_roll.content as text)) as entry;

update ballot_roll
set content = cast(json_object('voters', json((
    select json_group_array(json_object('id', person_id))
    from (
        select person_id
        from ballot_roll_name
        where ballot_roll_name.case_id = ballot_roll.case_id and ballot_roll_name.roll_id = ballot_roll.roll_id
        order by number
    )
))) as blob);

create trigger ballot_roll_is_only_closed before update on ballot_roll
when new.content is not old.content
    or new.published_by is not old.published_by or new.published_at_ms is not old.published_at_ms
    or (old.closed_by is not null and (new.closed_by is not old.closed_by or new.closed_at_ms is not old.closed_at_ms))
    or old.confirmed_by is not null
begin
    select raise(abort, 'ballot_roll: a row is never changed, only closed and confirmed once');
end;

-- Ballots that were opened before have the names of their voters under the ballot's own id.
alter table ballot_voter add column roll_id blob;

insert into ballot_roll_name (case_id, roll_id, number, person_id, salt, fields)
select case_id, ballot_id, voter, coalesce(nullif(person, ''), lower(hex(randomblob(16)))), randomblob(32),
    cast(json_object('name', name) as blob)
from ballot_voter;

update ballot_voter
set roll_id = ballot_id;

alter table ballot_voter drop column name;

create trigger ballot_roll_name_is_only_erased before update on ballot_roll_name
when new.erased_at_ms is null or old.erased_at_ms is not null
begin
    select raise(abort, 'ballot_roll_name: a row is only ever erased');
end;

create trigger ballot_roll_name_is_never_deleted before delete on ballot_roll_name
begin
    select raise(abort, 'ballot_roll_name: rows are erased, not deleted');
end;
