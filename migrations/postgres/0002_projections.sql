-- What pages ask for, computed from the records and written in the same transaction. Nothing here is evidence: every
-- row can be rebuilt from the chain, and no decision reads it, except `open_negotiation`.

-- One row a case, for lists, which are read in pages, newest first.
create table case_list (
    case_id uuid not null primary key,
    number text,
    employer_name text not null,
    employer_uscc text collate "C" not null,
    union_name text not null,
    region text collate "C" not null,
    profile text not null,
    scope text not null,
    stage text collate "C" not null,
    opened_at_ms bigint not null,

    foreign key (case_id) references case_head (case_id)
);

create index case_list_region on case_list (region, case_id);
create index case_list_stage on case_list (stage, case_id);
create index case_list_employer on case_list (employer_uscc, case_id);

-- Who owes what by when in each case.
create table case_duty (
    case_id uuid not null,
    duty text collate "C" not null,
    owed_by text not null,
    due_at_ms bigint not null,
    status text not null,
    provisional boolean not null,

    primary key (case_id, duty),
    foreign key (case_id) references case_list (case_id),
    constraint case_duty_status check (status in ('open', 'struck', 'met', 'met_late', 'voided'))
);

-- The clock asks what is due, earliest first; a duty that is no longer open leaves the index.
create index case_duty_due on case_duty (due_at_ms, case_id, duty) where status = 'open';

-- An employer can have only one open negotiation of a kind. A reference table: the exclusion reaches across cases, so
-- its key can't contain `case_id`.
create table open_negotiation (
    employer_uscc text collate "C" not null,
    kind text collate "C" not null,
    case_id uuid not null,

    primary key (employer_uscc, kind),
    constraint open_negotiation_case unique (case_id)
);
