-- What the workers want. The same tables as on SQLite; why each is as it is stands there.

create table survey (
    id uuid not null primary key,
    employer text collate "C" not null,
    title text collate "C" not null,
    code text collate "C" not null,
    opened_at_ms bigint not null,
    closed_at_ms bigint,

    constraint survey_code unique (code)
);

create index survey_employer on survey (employer, id);

create table survey_taken (
    survey_id uuid not null,
    mark bytea not null,

    primary key (survey_id, mark),
    foreign key (survey_id) references survey (id)
);

create table survey_answer (
    survey_id uuid not null,
    id uuid not null,
    topics text collate "C" not null,
    words text collate "C" not null,

    primary key (survey_id, id),
    foreign key (survey_id) references survey (id)
);
