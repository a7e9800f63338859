-- Which duties everybody in the case was reminded of, and how many days before the last one. The row and the message in
-- the outbox are written together, so that nobody is reminded twice, whatever stops in between.
create table reminder (
    case_id blob not null,
    duty text not null,
    days integer not null,
    at_ms integer not null,

    primary key (case_id, duty, days),
    foreign key (case_id) references case_list (case_id)
) strict, without rowid;
