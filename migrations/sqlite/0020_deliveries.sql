-- What became of a message after it was sent, as far as the receiver's side says so: it arrived, or it came back. Both
-- are facts about a message, not acts: under CIV 137 only the receiving side settles what counts as service.

-- When an adapter reported that the message arrived.
alter table outbox add column delivered_at_ms integer;

-- When the receiver's side refused the message for good or reported that it came back; why stands in `problem`.
alter table outbox add column bounced_at_ms integer;
