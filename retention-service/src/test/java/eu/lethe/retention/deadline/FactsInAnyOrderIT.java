package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to contacts, in whatever order and however often it is told: what is known of a file is what all its
 * contacts add up to, and in the end the same as in any other order.
 */
class FactsInAnyOrderIT {

    private static final int CONTACTS = 8;
    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-06-15");

    /** Of all contacts of a person's files, without a way to them. */
    private static final String ALL_ADDED_UP = """
            select file.file_id,
                   max(contact.date) filter (where not contact.withdrawn) as last_contact_on,
                   count(contact.date) filter (where not contact.withdrawn) as contacts,
                   coalesce(max(contact.health) > max(person.health_gone), false) as health
              from known_file file
              join known_person person on person.person_id = file.person_id
              left join known_contact contact on contact.file_id = file.file_id
             where file.person_id = :person
                or file.person_id in (select duplicate_id from merge_in_force where person_id = :person)
             group by file.file_id order by file.file_id""";

    private static final KnownThings KNOWN = new KnownThings();

    private record Contacts(@Nullable LocalDate lastOn, int number, boolean health) {}

    private final UUID person = UUID.randomUUID();
    private final UUID duplicate = UUID.randomUUID();
    private final List<UUID> files = Stream.generate(UUID::randomUUID).limit(3).toList();
    private final List<UUID> contacts =
            Stream.generate(UUID::randomUUID).limit(CONTACTS).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_known_of_a_file_is_what_its_contacts_add_up_to(long seed) {
        var chance = new Random(seed);
        var told = happened(chance);
        heardOf();

        tell(told, chance, true);
        var once = addedUp();
        tell(told, chance, false);

        assertThat(addedUp()).isEqualTo(once);
    }

    private void tell(List<Runnable> told, Random chance, boolean anew) {
        var order = new ArrayList<>(told);
        Collections.shuffle(order, chance);
        // some of it twice
        order.addAll(order.subList(0, order.size() / 3));
        order.forEach(event -> {
            KNOWN.together(event);
            if (anew) {
                assertThat(found()).isEqualTo(addedUp());
            }
        });
    }

    /** What happens to contacts of two files of one person, and to one of a second record; each at a moment of its own. */
    private List<Runnable> happened(Random chance) {
        return IntStream.range(0, 60).mapToObj(n -> event(n, chance)).toList();
    }

    private Runnable event(int number, Random chance) {
        var at = BEGIN.plusSeconds(number);
        var contact = contacts.get(chance.nextInt(CONTACTS));
        // a contact stays in its file; that it moves is told as another contact
        var file = files.get(contacts.indexOf(contact) % files.size());
        var health = new KeyId(person, Compartment.HEALTH, 1 + chance.nextInt(2));
        var on = DAY.minusDays(chance.nextInt(200));
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 -> () -> KNOWN.contacts.tookPlace(contact, file, on, at);
            case 3 -> () -> KNOWN.contacts.withdrawn(contact, file, at);
            case 4 -> () -> KNOWN.contacts.restored(contact, file, at);
            case 5 -> () -> KNOWN.contacts.coded(contact, file, health);
            case 6 -> () -> KNOWN.persons.forgotten(person, List.of(health));
            default -> () -> KNOWN.dependents.merged(person, duplicate, at);
        };
    }

    private void heardOf() {
        KNOWN.together(() -> {
            KNOWN.persons.lock(person);
            KNOWN.persons.lock(duplicate);
            files.forEach(file -> KNOWN.contacts.fileOpened(
                    file, files.indexOf(file) == 2 ? duplicate : person, "centre", DAY.minusYears(1), BEGIN));
        });
    }

    private Map<UUID, Contacts> found() {
        var facts = KNOWN.together(() -> KNOWN.facts.of(person));
        return Stream.concat(facts.files().stream(), facts.absorbed().stream())
                .collect(Collectors.toMap(
                        Facts.File::fileId,
                        file -> new Contacts(file.lastContactOn(), file.contacts(), file.health())));
    }

    /** A support file is one from the second contact on; how many there are besides makes no difference. */
    private Map<UUID, Contacts> addedUp() {
        return KNOWN
                .database
                .sql(ALL_ADDED_UP)
                .param("person", person)
                .query((row, _) -> Map.entry(
                        row.getObject("file_id", UUID.class),
                        new Contacts(
                                row.getObject("last_contact_on", LocalDate.class),
                                Math.min(row.getInt("contacts"), RetentionSchedule.FOLLOW_UP),
                                row.getBoolean("health"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
