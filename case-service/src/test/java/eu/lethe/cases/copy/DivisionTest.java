package eu.lethe.cases.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.cases.contact.ContactOutlines.Outline;
import eu.lethe.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A long copy is divided so that each contact is in one part, and nobody is given parts of two divisions. */
class DivisionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
    private static final long MOST = 100;

    @Test
    void a_copy_without_contacts_is_all_in_one() {
        var division = Division.of(List.of(), MOST);

        assertThat(division.isInSeveral()).isFalse();
        assertThat(division.parts()).singleElement().satisfies(part -> {
            assertThat(part.contacts()).isEmpty();
            assertThat(part.key()).isEmpty();
        });
        assertThat(division.require(null, null).isFirst()).isTrue();
    }

    @Test
    void what_is_no_more_than_one_part_holds_is_all_in_one() {
        assertThat(Division.of(List.of(contact(1, 60), contact(2, 40)), MOST).isInSeveral())
                .isFalse();
        assertThat(Division.of(List.of(contact(1, 60), contact(2, 41)), MOST).isInSeveral())
                .isTrue();
    }

    @Test
    void each_contact_is_in_one_part_from_the_oldest_to_the_newest_and_none_is_too_heavy() {
        var contacts = new ArrayList<Outline>();
        IntStream.range(0, 200).forEach(day -> contacts.add(contact(day, day % 40 + 1)));
        Collections.shuffle(contacts, new Random(1));

        var parts = Division.of(contacts, MOST).parts();

        var told = parts.stream().flatMap(part -> part.contacts().stream()).toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(contacts);
        assertThat(told.stream().map(Outline::date)).isSorted();
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.contacts().stream()
                                .mapToLong(Outline::weight)
                                .sum())
                        .isLessThanOrEqualTo(MOST));
        assertThat(parts.stream().map(Division.Part::number))
                .isEqualTo(IntStream.rangeClosed(1, parts.size()).boxed().toList());
        assertThat(parts).allSatisfy(part -> assertThat(part.of()).isEqualTo(parts.size()));
        assertThat(parts.getFirst().from()).isEqualTo(DAY);
    }

    @Test
    void a_contact_that_alone_is_too_much_is_a_part_of_its_own() {
        var huge = contact(2, 1_000);

        var parts =
                Division.of(List.of(contact(1, 1), huge, contact(3, 1)), MOST).parts();

        assertThat(parts).hasSize(3);
        assertThat(parts.get(1).contacts()).containsExactly(huge);
        assertThat(Division.of(List.of(huge), MOST).isInSeveral()).isFalse();
    }

    @Test
    void contacts_of_one_day_are_divided_alike_however_they_come() {
        var contacts = new ArrayList<Outline>();
        IntStream.range(0, 30).forEach(_ -> contacts.add(contact(1, 30)));
        var division = Division.of(contacts, MOST);
        Collections.shuffle(contacts, new Random(2));

        var again = Division.of(contacts, MOST);

        assertThat(again.id()).isEqualTo(division.id());
        assertThat(again.parts()).isEqualTo(division.parts());
    }

    @Test
    void what_is_added_last_leaves_the_parts_before_as_they_were() {
        var contacts = new ArrayList<Outline>();
        IntStream.range(0, 10).forEach(day -> contacts.add(contact(day, 50)));
        var before = Division.of(contacts, MOST);
        contacts.add(contact(11, 50));

        var after = Division.of(contacts, MOST);

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.parts()).hasSize(6);
        assertThat(after.parts().stream().limit(5).map(Division.Part::key))
                .isEqualTo(before.parts().stream().map(Division.Part::key).toList());
    }

    @Test
    void another_wording_code_document_day_or_a_withdrawal_makes_another_division() {
        var contact = contact(1, 60);
        var other = contact(2, 60);
        var id = Division.of(List.of(contact, other), MOST).id();

        var changed = List.of(
                new Outline(
                        contact.contactId(),
                        contact.date(),
                        AT,
                        List.of(contact.contactId(), UUID.randomUUID()),
                        List.of(),
                        contact.codingId(),
                        "f",
                        List.of(),
                        60),
                with(contact, contact.date(), List.of(), UUID.randomUUID(), "f"),
                with(contact, contact.date(), List.of(UUID.randomUUID()), contact.codingId(), "f"),
                with(contact, contact.date().minusDays(1), List.of(), contact.codingId(), "f"),
                with(contact, contact.date(), List.of(), contact.codingId(), "t"));

        assertThat(changed)
                .allSatisfy(one ->
                        assertThat(Division.of(List.of(one, other), MOST).id()).isNotEqualTo(id));
        assertThat(changed.stream()
                        .map(one -> Division.of(List.of(one, other), MOST).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_first_part_is_not_taken_for_one_that_held_the_same_contacts_and_nothing_else() {
        var earlier = contact(0, 60);
        var contacts = List.of(contact(1, 60), contact(2, 60));

        var behind = Division.of(List.of(earlier, contacts.getFirst(), contacts.getLast()), MOST);
        var first = Division.of(contacts, MOST);

        assertThat(first.parts().getFirst().contacts())
                .isEqualTo(behind.parts().get(1).contacts());
        assertThat(first.parts().getFirst().key())
                .isNotEqualTo(behind.parts().get(1).key());
        assertThat(first.parts().get(1).key()).isEqualTo(behind.parts().get(2).key());
    }

    @Test
    void each_text_stands_in_one_part_and_what_is_no_contact_in_the_first() {
        var document = UUID.randomUUID();
        var contact = with(contact(2, 60), DAY.plusDays(2), List.of(document), UUID.randomUUID(), "f");
        var division = Division.of(List.of(contact(1, 60), contact), MOST);

        assertThat(division.numberOf("contact." + contact.contactId() + ".text"))
                .isEqualTo(2);
        assertThat(division.numberOf("contact." + contact.contactId() + ".place"))
                .isEqualTo(2);
        assertThat(division.numberOf("document." + document + ".name")).isEqualTo(2);
        assertThat(division.numberOf("assessment." + UUID.randomUUID() + ".0.text"))
                .isEqualTo(1);
        assertThat(division.numberOf("contact." + UUID.randomUUID() + ".text")).isEqualTo(1);
        assertThat(division.numberOf("x")).isEqualTo(1);
    }

    @Test
    void a_part_is_asked_for_by_its_number_and_in_its_division() {
        var division = Division.of(List.of(contact(1, 60), contact(2, 60)), MOST);

        assertThat(division.require(2, division.id()).number()).isEqualTo(2);
        assertRefused(() -> division.require(null, null), "copy-in-parts");
        assertRefused(() -> division.require(null, division.id()), "copy-part-unclear");
        assertRefused(() -> division.require(0, division.id()), "copy-part-unclear");
        assertRefused(() -> division.require(1, null), "copy-part-unclear");
        assertRefused(() -> division.require(3, division.id()), "copy-part-unknown");
        assertRefused(() -> division.require(3, null), "copy-part-unknown");
        assertRefused(() -> division.require(2, "0".repeat(64)), "copy-divided-anew");
        assertRefused(() -> division.require(3, "0".repeat(64)), "copy-divided-anew");
    }

    private static void assertRefused(ThrowingCallable asked, @Nullable String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(asked)
                .extracting(Problem::code)
                .isEqualTo(code);
    }

    private static Outline contact(int day, long weight) {
        var id = UUID.randomUUID();
        return new Outline(id, DAY.plusDays(day), AT, List.of(id), List.of(), id, "f", List.of(), weight);
    }

    private static Outline with(Outline contact, LocalDate date, List<UUID> documents, UUID codingId, String readable) {
        return new Outline(
                contact.contactId(),
                date,
                AT,
                contact.wordings(),
                documents,
                codingId,
                readable,
                List.of(),
                contact.weight());
    }
}
