-- What pages ask for, computed from the records and written in the same transaction. Nothing here is evidence: every
-- row can be rebuilt from the chain, and no decision reads it, except `open_negotiation`.

-- One row a case, for lists, which are read in pages, newest first. Written when what it says changes; when the case last
-- changed at all stands in `case_head`.
create table case_list (
    case_id blob not null primary key,
    number text,
    employer_name text not null,
    employer_uscc text not null,
    union_name text not null,
    region text not null,
    profile text not null,
    scope text not null,
    stage text not null,
    opened_at_ms integer not null,

    foreign key (case_id) references case_head (case_id)
) strict, without rowid;

-- One region's, one stage's, one employer's cases. Case ids are UUIDv7, so the key itself lists cases by opening, and
-- these indexes stay still while a case moves on. There is no index by change: every record would have to move it.
create index case_list_region on case_list (region, case_id);
create index case_list_stage on case_list (stage, case_id);
create index case_list_employer on case_list (employer_uscc, case_id);

-- Who owes what by when in each case. A struck duty fell due and can still be met where the law leaves that open.
create table case_duty (
    case_id blob not null,
    duty text not null,
    owed_by text not null,
    due_at_ms integer not null,
    status text not null,
    provisional integer not null,

    primary key (case_id, duty),
    foreign key (case_id) references case_list (case_id),
    constraint case_duty_status check (status in ('open', 'struck', 'met', 'met_late', 'voided')),
    constraint case_duty_provisional check (provisional in (0, 1))
) strict, without rowid;

-- The clock asks what is due, earliest first; a duty that is no longer open leaves the index.
create index case_duty_due on case_duty (due_at_ms, case_id, duty) where status = 'open';

-- An employer can have only one open negotiation of a kind. The offer claims the row in its own transaction, the
-- effect gives it back; whoever comes second finds it taken. A reference table: the exclusion reaches across cases, so
-- its key can't contain `case_id`.
create table open_negotiation (
    employer_uscc text not null,
    kind text not null,
    case_id blob not null,

    primary key (employer_uscc, kind),
    -- A case holds one negotiation at most, and gives it back by its own id.
    constraint open_negotiation_case unique (case_id)
) strict, without rowid;
