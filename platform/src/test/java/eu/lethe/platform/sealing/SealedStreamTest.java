package eu.lethe.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is sealed piece by piece and opens whole, in its place, or not at all. */
class SealedStreamTest {

    private static final UUID PERSON = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001");
    private static final SealedField<InputStream> CONTENT =
            new SealedField<>("content", Compartment.NARRATIVE, InputStream.class);
    private static final UUID RECORD = UUID.randomUUID();
    private static final int SEGMENT = 64 * 1024;
    private static final int LARGEST = 20 * 1024 * 1024;

    private final FakeKeyLeases keeper = new FakeKeyLeases().keeping(PERSON, Compartment.NARRATIVE, Compartment.HEALTH);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LeasedKeys keys = new LeasedKeys(keeper, System::nanoTime, meters);
    private final Sealer sealer = new Sealer(keys, meters);
    private final Reading reading = new Opener(keys, meters).reading(Unseen.RESEALING);

    private final KeyId key = new KeyId(PERSON, Compartment.NARRATIVE, 1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 300_000})
    void it_opens_as_it_was_sealed(int length) throws IOException {
        var document = document(length);

        assertThat(opened(key, CONTENT, RECORD, sealed(document))).isEqualTo(document);
    }

    @Test
    void it_says_which_key_it_was_sealed_under() throws IOException {
        assertThat(sealer.sealStream(
                        PERSON,
                        CONTENT,
                        RECORD,
                        new ByteArrayInputStream(document(5)),
                        OutputStream.nullOutputStream()))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, SEGMENT, 2 * SEGMENT})
    void cut_off_at_the_end_it_is_refused(int missing) throws IOException {
        var sealed = sealed(document(300_000));

        refused(key, CONTENT, RECORD, Arrays.copyOf(sealed, sealed.length - missing));
    }

    @Test
    void cut_off_between_two_segments_it_is_refused() throws IOException {
        refused(key, CONTENT, RECORD, Arrays.copyOf(sealed(document(300_000)), 2 * SEGMENT));
    }

    @Test
    void lengthened_it_is_refused() throws IOException {
        var sealed = sealed(document(100));

        refused(key, CONTENT, RECORD, Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void with_two_segments_exchanged_it_is_refused() throws IOException {
        var sealed = sealed(document(300_000));
        var exchanged = sealed.clone();
        System.arraycopy(sealed, SEGMENT, exchanged, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, exchanged, SEGMENT, SEGMENT);

        refused(key, CONTENT, RECORD, exchanged);
    }

    @Test
    void with_one_bit_altered_it_is_refused() throws IOException {
        var sealed = sealed(document(300_000));
        sealed[150_000] ^= 1;

        refused(key, CONTENT, RECORD, sealed);
    }

    @Test
    void laid_with_another_record_it_is_refused() throws IOException {
        var elsewhere = UUID.randomUUID();

        refused(key, CONTENT, elsewhere, sealed(document(100)));
    }

    @Test
    void taken_for_another_field_it_is_refused() throws IOException {
        var preview = new SealedField<>("preview", Compartment.NARRATIVE, InputStream.class);

        refused(key, preview, RECORD, sealed(document(100)));
    }

    @Test
    void under_another_key_it_is_refused() throws IOException {
        refused(new KeyId(PERSON, Compartment.HEALTH, 1), CONTENT, RECORD, sealed(document(100)));
    }

    @Test
    void once_the_key_is_destroyed_nothing_opens() throws IOException {
        var sealed = sealed(document(100));
        keeper.refuse(PERSON, Compartment.NARRATIVE, KeyRefused.Cause.DESTROYED);
        keys.evict(PERSON, java.util.List.of(Compartment.NARRATIVE));

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(() -> opened(key, CONTENT, RECORD, sealed));
    }

    @Test
    void what_is_being_opened_ends_at_the_next_reading_when_the_key_is_taken_away() throws IOException {
        var clear = reading.openStream(CONTENT, RECORD, key, new ByteArrayInputStream(sealed(document(300_000))));
        clear.readNBytes(10);

        takeAway(KeyRefused.Cause.SUSPENDED);

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(clear::readAllBytes);
        assertThatExceptionOfType(KeyRefused.class).isThrownBy(clear::read);
    }

    @Test
    void no_reading_gives_more_than_a_segment_however_much_is_asked_for() throws IOException {
        var clear = reading.openStream(CONTENT, RECORD, key, new ByteArrayInputStream(sealed(document(300_000))));

        assertThat(clear.read(new byte[300_000], 0, 300_000)).isPositive().isLessThanOrEqualTo(SEGMENT);
    }

    @Test
    void what_is_being_sealed_ends_when_the_key_is_taken_away_although_more_comes_in() {
        var uploaded = new InputStream() {

            private int given;

            @Override
            public int read() {
                if (given++ == 100_000) {
                    takeAway(KeyRefused.Cause.DESTROYED);
                }
                return given > 300_000 ? -1 : 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                var one = read();
                if (one < 0) {
                    return -1;
                }
                into[offset] = (byte) one;
                return 1;
            }
        };

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(
                        () -> sealer.sealStream(PERSON, CONTENT, RECORD, uploaded, OutputStream.nullOutputStream()));
        assertThat(uploaded.given).isLessThan(300_000);
    }

    @Test
    void what_is_being_opened_goes_on_past_a_lease_that_can_be_had_anew() throws IOException {
        var document = document(300_000);
        var clear = reading.openStream(CONTENT, RECORD, key, new ByteArrayInputStream(sealed(document)));
        clear.readNBytes(10);

        keys.evict(PERSON, java.util.List.of(Compartment.NARRATIVE));

        assertThat(clear.readAllBytes()).isEqualTo(Arrays.copyOfRange(document, 10, document.length));
    }

    private void takeAway(KeyRefused.Cause cause) {
        keeper.refuse(PERSON, Compartment.NARRATIVE, cause);
        keys.evict(PERSON, java.util.List.of(Compartment.NARRATIVE));
    }

    @Test
    void a_disk_that_fails_is_not_taken_for_a_broken_seal() throws IOException {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("disk");
            }
        };
        var clear = reading.openStream(CONTENT, RECORD, key, failing);

        assertThatExceptionOfType(IOException.class).isThrownBy(clear::readAllBytes);
    }

    @Test
    void the_largest_document_needs_no_more_memory_than_a_small_one(@TempDir Path directory) throws IOException {
        var clear = directory.resolve("clear");
        var sealed = directory.resolve("sealed");
        Files.write(clear, document(LARGEST));
        seal(clear, sealed);
        var before = allocated();

        seal(clear, sealed);
        try (var from = Files.newInputStream(sealed)) {
            reading.openStream(CONTENT, RECORD, key, from).transferTo(OutputStream.nullOutputStream());
        }

        assertThat(allocated() - before).isLessThan(LARGEST / 5);
    }

    private void seal(Path clear, Path sealed) throws IOException {
        try (var from = Files.newInputStream(clear);
                var to = Files.newOutputStream(sealed)) {
            sealer.sealStream(PERSON, CONTENT, RECORD, from, to);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] document(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] sealed(byte[] document) throws IOException {
        var sealed = new ByteArrayOutputStream();
        sealer.sealStream(PERSON, CONTENT, RECORD, new ByteArrayInputStream(document), sealed);
        return sealed.toByteArray();
    }

    private byte[] opened(KeyId under, SealedField<?> field, UUID record, byte[] sealed) throws IOException {
        return reading.openStream(field, record, under, new ByteArrayInputStream(sealed))
                .readAllBytes();
    }

    private void refused(KeyId under, SealedField<?> field, UUID record, byte[] sealed) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> opened(under, field, record, sealed))
                .extracting(SealBroken::flaw)
                .isEqualTo(SealBroken.Flaw.TAMPERED);
    }
}
