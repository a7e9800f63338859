-- What the workers want: asked by the union, counted once a person, and said without a name. Who has answered and what was
-- answered stand apart and have nothing in common, not even an order or a time.

create table survey (
    id blob not null primary key,
    employer text not null,
    title text not null,
    code text not null,
    opened_at_ms integer not null,
    closed_at_ms integer,

    constraint survey_code unique (code)
) strict, without rowid;

create index survey_employer on survey (employer, id);

-- `mark` is a hash of survey and person.
create table survey_taken (
    survey_id blob not null,
    mark blob not null,

    primary key (survey_id, mark),
    foreign key (survey_id) references survey (id)
) strict, without rowid;

-- `id` is random. `topics` are names separated by blanks.
create table survey_answer (
    survey_id blob not null,
    id blob not null,
    topics text not null,
    words text not null,

    primary key (survey_id, id),
    foreign key (survey_id) references survey (id)
) strict, without rowid;
