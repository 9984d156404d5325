-- A snapshot of an erasure is its history from now on: those of before are made again from the events.
delete from snapshot_event where aggregate_identifier in (select erasure_id::text from erasure);
