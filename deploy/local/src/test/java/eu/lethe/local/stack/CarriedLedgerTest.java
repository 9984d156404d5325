package eu.lethe.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it is told again, and that retention-service then removes those keys again, BackupIT tells. */
class CarriedLedgerTest {

    private static final String SEGMENT = "lethe.retention.ledger.v1-0/00000000000000000000.log";

    @TempDir
    private Path directory;

    private final List<String> said = new ArrayList<>();
    private CarriedLedger ledger;
    private Path kafka;

    @BeforeEach
    void nothing_waits() {
        ledger = new CarriedLedger(directory.resolve("ledger-to-tell"));
        kafka = directory.resolve("kafka");
    }

    @Test
    void what_the_topic_holds_is_taken_along_and_nothing_else() throws IOException {
        segment(SEGMENT, message("1", "first"), message("head", "signed"));
        segment("lethe.cases.v1-0/00000000000000000000.log", message("a", "contact"));

        ledger.takeFrom(kafka, said::add);

        assertThat(waiting()).containsExactly("1=first", "head=signed");
        assertThat(said).singleElement().asString().contains("stays erased");
    }

    @Test
    void what_was_not_told_yet_is_kept_and_nothing_is_taken_twice() throws IOException {
        segment(SEGMENT, message("1", "first"));
        ledger.takeFrom(kafka, said::add);
        new FileTree(kafka).delete();
        segment(SEGMENT, message("1", "first"), message("2", "second"));

        ledger.takeFrom(kafka, said::add);

        assertThat(waiting()).containsExactly("1=first", "2=second");
    }

    @Test
    void of_a_damaged_topic_it_takes_what_can_be_read_and_says_so() throws IOException {
        segment(SEGMENT, message("1", "first"));
        Files.write(kafka.resolve(SEGMENT), new byte[200], StandardOpenOption.APPEND);

        ledger.takeFrom(kafka, said::add);

        assertThat(waiting()).containsExactly("1=first");
        assertThat(said).anyMatch(words -> words.contains("is damaged"));
    }

    @Test
    void a_deleted_or_empty_message_is_none_and_where_there_is_no_kafka_there_is_nothing() throws IOException {
        ledger.takeFrom(kafka, said::add);
        segment(SEGMENT, new SimpleRecord(0, bytes("1"), null), new SimpleRecord(0, bytes("2"), new byte[0]));

        ledger.takeFrom(kafka, said::add);

        assertThat(ledger.file()).doesNotExist();
        assertThat(said).isEmpty();
    }

    private List<String> waiting() throws IOException {
        return Files.readAllLines(ledger.file()).stream()
                .map(line ->
                        text(line.substring(0, line.indexOf(' '))) + "=" + text(line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void segment(String name, SimpleRecord... messages) throws IOException {
        Path file = kafka.resolve(name);
        Files.createDirectories(file.getParent());
        try (FileRecords records = FileRecords.open(file.toFile())) {
            records.append(MemoryRecords.withRecords(Compression.NONE, messages));
            records.flush();
        }
    }

    private static SimpleRecord message(String key, String value) {
        return new SimpleRecord(0, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
