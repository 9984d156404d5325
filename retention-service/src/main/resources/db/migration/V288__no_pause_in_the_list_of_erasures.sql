-- Who stands still is read from the events themselves.
alter table erasure drop column paused;
