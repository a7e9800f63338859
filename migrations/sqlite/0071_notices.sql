-- How an account wants to be reminded of last days. Without a row it is told of each at once. What is served on somebody is
-- no reminder, and nothing here concerns it.
create table notice_choice (
    account_id blob not null primary key,
    choice text not null,

    foreign key (account_id) references account (id),
    constraint notice_choice_choice check (choice in ('at_once', 'daily', 'last_day'))
) strict, without rowid;
