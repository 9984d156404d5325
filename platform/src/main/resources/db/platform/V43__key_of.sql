-- Under which key something is sealed: the kid in the protected header of the JWE, which anybody may read.
create function key_of(compact text) returns text language sql immutable strict parallel safe as $$
select convert_from(decode(rpad(translate(header, '-_', '+/'), (length(header) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
       ->> 'kid'
  from (select split_part(compact, '.', 1) as header) jwe
$$;
