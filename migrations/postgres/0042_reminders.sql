-- Which duties everybody in the case was reminded of, and how many days before the last one. The row and the message in
-- the outbox are written together, so that nobody is reminded twice, whatever stops in between.
create table reminder (
    case_id uuid not null,
    duty text collate "C" not null,
    days bigint not null,
    at_ms bigint not null,

    primary key (case_id, duty, days),
    foreign key (case_id) references case_list (case_id)
);
