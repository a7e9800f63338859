-- Tokens of persons' programs. The same table as on SQLite; why it is as it is stands there.

create table api_token (
    token bytea not null primary key,
    account_id uuid not null,
    name text not null,
    created_at_ms bigint not null,
    seen_at_ms bigint,
    until_ms bigint not null,
    second_factor boolean not null,

    foreign key (account_id) references account (id),
    constraint api_token_token check (length(token) = 32)
);

create index api_token_account on api_token (account_id, created_at_ms, token);
