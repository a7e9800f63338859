-- Tokens with which programs of a person ask the interface. Stored is the SHA-256 of what the person was shown once; the
-- row is removed when the token is revoked, when the password changes and when the account is disabled. `second_factor`
-- says whether the session in which it was made had shown a second factor. Like sessions, tokens aren't copied: an older
-- copy would bring revoked ones back.
create table api_token (
    token blob not null primary key,
    account_id blob not null,
    name text not null,
    created_at_ms integer not null,
    seen_at_ms integer,
    until_ms integer not null,
    second_factor integer not null,

    foreign key (account_id) references account (id),
    constraint api_token_token check (length(token) = 32),
    constraint api_token_second_factor check (second_factor in (0, 1))
) strict, without rowid;

create index api_token_account on api_token (account_id, created_at_ms, token);
