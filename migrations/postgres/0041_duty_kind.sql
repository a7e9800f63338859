-- What happens when a duty falls due: `breach`, `lapse`, `term`, `window`. A list tells by it who is late from what is
-- merely over. Empty where an older version wrote the row; it is filled in when the case next moves on.
alter table case_duty add column kind text not null default '';
