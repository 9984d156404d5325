-- What each living person has contributed to the figures, in pieces sealed by themselves: one for each contact, one for each year. Where
-- a piece lies is a keyed hash that only the person's key makes: a row says whose it is, and neither which contact nor which year it is
-- about, nor which of the two sorts it is of. What was sealed as a whole in contribution_set is carried over when the person is next
-- counted, or when all are counted again.
create table contribution_piece (
    person_id   uuid not null,
    compartment text not null,
    place       uuid not null,
    piece       text not null,
    primary key (person_id, compartment, place)
);
