package eu.lethe.platform.sealing;

import static eu.lethe.contracts.events.cases.ContactEvent.REASON_TEXT;
import static eu.lethe.contracts.events.cases.ContactEvent.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Personal data is sealed as it enters and opened in its place, as long as its key lives. */
class SealerAndOpenerTest {

    private static final UUID PERSON = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001");
    private static final UUID CONTACT = UUID.fromString("b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01");
    private static final Identity MORVAN =
            new Identity("Morvan", "Nolwenn", LocalDate.of(1984, 5, 6), null, null, null, null, List.of(), List.of());
    private static final String SAID = "Elle dort chez une amie depuis mardi.";

    private final FakeKeyLeases keeper =
            new FakeKeyLeases().keeping(PERSON, Compartment.NARRATIVE, Compartment.IDENTITY);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LeasedKeys keys = new LeasedKeys(keeper, System::nanoTime, meters);
    private final Sealer sealer = new Sealer(keys, meters);
    private final Reading reading = new Opener(keys, meters).reading(Unseen.RESEALING);

    @Test
    void a_text_opens_as_it_was_sealed() {
        assertThat(reading.open(TEXT, CONTACT, sealText())).isEqualTo(SAID);
    }

    @Test
    void a_record_opens_as_it_was_sealed() {
        var sealed = sealer.seal(PERSON, PersonEvent.IDENTITY, PERSON, Clear.of(MORVAN));

        assertThat(reading.open(PersonEvent.IDENTITY, PERSON, sealed)).isEqualTo(MORVAN);
    }

    @Test
    void it_is_sealed_under_the_current_key_of_its_subject() {
        assertThat(sealText().keyId()).isEqualTo(new KeyId(PERSON, Compartment.NARRATIVE, 1));
    }

    @Test
    void found_elsewhere_it_is_refused() {
        var sealed = sealText();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> reading.open(REASON_TEXT, CONTACT, sealed))
                .extracting(SealBroken::flaw)
                .isEqualTo(SealBroken.Flaw.FOREIGN_CONTEXT);
    }

    @Test
    void what_does_not_hold_what_the_field_holds_is_refused_without_quoting_it() {
        var identityNamedText = new SealedField<>("text", Compartment.NARRATIVE, Identity.class);
        var sealed = sealText();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> reading.open(identityNamedText, CONTACT, reread(sealed)))
                .satisfies(
                        refused -> assertThat(Throwables.getStackTrace(refused)).doesNotContain("dort"))
                .extracting(SealBroken::flaw)
                .isEqualTo(SealBroken.Flaw.MALFORMED);
    }

    @Test
    void nothing_opens_once_the_key_is_destroyed() {
        var sealed = sealText();
        destroyed();

        assertThat(reading.openUnlessDestroyed(TEXT, CONTACT, sealed)).isEmpty();
    }

    @Test
    void a_key_that_is_withheld_hides_what_it_sealed_and_nothing_else() {
        var text = sealText();
        var identity = sealer.seal(PERSON, PersonEvent.IDENTITY, PERSON, Clear.of(MORVAN));
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.SUSPENDED);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));

        assertThat(reading.openIfLeased(TEXT, CONTACT, text)).isEmpty();
        assertThat(reading.openIfLeased(PersonEvent.IDENTITY, PERSON, identity)).contains(MORVAN);
        assertThat(reading.hides(text)).isTrue();
        assertThat(reading.hides(identity)).isFalse();
    }

    @Test
    void a_key_that_is_withheld_is_asked_for_once() {
        var texts = List.of(sealText(), sealText(), sealText());
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.SUSPENDED);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));
        var before = keeper.timesAsked();

        texts.forEach(
                text -> assertThat(reading.openIfLeased(TEXT, CONTACT, text)).isEmpty());

        assertThat(keeper.timesAsked() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyRefused.Cause.class,
            names = {"SUSPENDED", "UNKNOWN"})
    void a_key_that_is_only_withheld_is_never_taken_for_destroyed(KeyRefused.Cause cause) {
        var sealed = sealText();
        keeper.refuse(PERSON, Compartment.NARRATIVE, cause);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> reading.openUnlessDestroyed(TEXT, CONTACT, sealed))
                .extracting(KeyRefused::reason)
                .isEqualTo(cause);
    }

    @Test
    void a_keeper_that_is_away_is_never_taken_for_a_destroyed_key() {
        var sealed = sealText();
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));
        keeper.leave();

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> reading.openUnlessDestroyed(TEXT, CONTACT, sealed));
    }

    @Test
    void nothing_is_sealed_for_a_person_whose_key_is_destroyed() {
        destroyed();

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(this::sealText);
    }

    @Test
    void the_keys_of_a_page_are_leased_in_one_round_trip() {
        var page = List.of(sealText(), sealText(), sealText());
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));
        var before = keeper.timesAsked();

        reading.prepare(page.stream());
        page.forEach(text -> reading.open(TEXT, CONTACT, text));

        assertThat(keeper.timesAsked() - before).isEqualTo(1);
    }

    @Test
    void clear_data_on_its_way_prints_nothing() {
        assertThat(Clear.of(SAID)).hasToString("Clear[…]");
    }

    @Test
    void openings_are_counted_by_compartment_only() {
        reading.open(TEXT, CONTACT, sealText());

        assertThat(meters.get("lethe.opened").counter().getId().getTags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.getKey()).isEqualTo("compartment"));
    }

    private Sealed<String> sealText() {
        return sealer.seal(PERSON, TEXT, CONTACT, Clear.of(SAID));
    }

    private void destroyed() {
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.DESTROYED);
        keys.evict(PERSON, List.of(Compartment.NARRATIVE));
    }

    private static Sealed<Identity> reread(Sealed<?> sealed) {
        return Sealed.ofCompact(sealed.compact());
    }
}
