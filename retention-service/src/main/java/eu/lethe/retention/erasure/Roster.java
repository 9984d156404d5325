package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.contracts.sealing.Compartment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Understands who is on the list of an erasure, in which order, and where in it each of them is. */
final class Roster {

    /** Where one person is in the run. */
    enum Step {
        LISTED,
        SUSPENDED,
        DROPPED_OUT,
        REMOVED,
        PRUNING_ORDERED,
        RESTORED
    }

    /** One person of the run. */
    record Person(List<Compartment> compartments, Step step) {

        Person at(Step next) {
            return new Person(compartments, next);
        }
    }

    private final Map<UUID, Person> persons;

    Roster() {
        this(Map.of());
    }

    /** As a snapshot has kept it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Roster(Map<UUID, Person> persons) {
        this.persons = new LinkedHashMap<>(persons);
    }

    @JsonValue
    Map<UUID, Person> persons() {
        return persons;
    }

    void list(UUID personId, List<Compartment> compartments) {
        persons.put(personId, new Person(compartments, Step.LISTED));
    }

    void move(UUID personId, Step step) {
        persons.put(personId, person(personId).at(step));
    }

    int size() {
        return persons.size();
    }

    /** In the order of the list. */
    List<UUID> everybody() {
        return List.copyOf(persons.keySet());
    }

    boolean has(UUID personId) {
        return persons.containsKey(personId);
    }

    List<Compartment> compartments(UUID personId) {
        return person(personId).compartments();
    }

    boolean is(UUID personId, Step step) {
        return person(personId).step() == step;
    }

    /** Whether the person was on the list and is not any more. */
    boolean hasLeft(UUID personId) {
        return is(personId, Step.DROPPED_OUT) || is(personId, Step.RESTORED);
    }

    /** Those at a step, in the order of the list. */
    List<UUID> at(Step step) {
        return persons.entrySet().stream()
                .filter(entry -> entry.getValue().step() == step)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many are at one of some steps. */
    int count(Step... steps) {
        var wanted = List.of(steps);
        return Math.toIntExact(persons.values().stream()
                .filter(person -> wanted.contains(person.step()))
                .count());
    }

    /** The next of them. */
    List<UUID> next(Step step, int atMost) {
        return at(step).stream().limit(atMost).toList();
    }

    /** What is to be erased of each of these, in the order given. */
    Map<UUID, List<Compartment>> wanted(List<UUID> someOfThem) {
        Map<UUID, List<Compartment>> wanted = new LinkedHashMap<>();
        someOfThem.forEach(person -> wanted.put(person, compartments(person)));
        return wanted;
    }

    private Person person(UUID personId) {
        var person = persons.get(personId);
        if (person == null) {
            throw new IllegalStateException("person is not on the list");
        }
        return person;
    }
}
