create table staff (
    id   uuid primary key,
    name text not null
);
