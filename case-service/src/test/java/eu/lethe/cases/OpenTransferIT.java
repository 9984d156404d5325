package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was reading or writing a document when its person was suspended does so no longer. */
class OpenTransferIT extends RunningCaseService {

    private static final List<Compartment> ALL = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);
    private static final int LARGE = 18_000_000;
    /** What the operating system may hold of a connection on both of its ends. */
    private static final int ON_THE_WAY = 8_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private UUID person = new UUID(0, 0);
    private UUID file = new UUID(0, 0);
    private String attachments = "";

    @BeforeEach
    void aFileWithAContact() {
        person = register("Ouverte", "Olga");
        file = openFile(person);
        attachments = "/api/cases/files/" + file + "/contacts/" + record(file, "Avec une pièce.") + "/attachments";
    }

    @Test
    void an_open_download_is_cut_off_when_its_person_is_suspended() throws IOException {
        var added = worker().attach(attachments, "gros.pdf", Documents.pdf(LARGE));
        try (var connection = connect()) {
            send(connection, "GET " + attachments + "/" + added.text("attachmentId") + " HTTP/1.1", "");
            var answer = connection.getInputStream();
            assertThat(new String(answer.readNBytes(100_000), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Length: ");

            suspend();
            var asked = System.nanoTime();
            var rest = rest(answer);

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("the connection is broken, nobody waits for the rest")
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(rest.length).isLessThan(ON_THE_WAY);
            assertThat(new String(rest, StandardCharsets.ISO_8859_1))
                    .doesNotContain("urn:lethe:problem")
                    .doesNotContain("timestamp")
                    .doesNotContain("Whitelabel");
        }
    }

    @Test
    void an_open_upload_is_refused_and_not_recorded_when_its_person_is_suspended() throws IOException {
        try (var connection = connect()) {
            send(
                    connection,
                    "POST " + attachments + " HTTP/1.1",
                    "Content-Type: application/octet-stream\r\nLethe-File-Name: a.pdf\r\nContent-Length: 2000000\r\n");
            var pdf = Documents.pdf(2_000_000);
            connection.getOutputStream().write(pdf, 0, 300_000);
            connection.getOutputStream().flush();
            await().atMost(SOON).until(() -> contents() == 1);

            suspend();
            connection.getOutputStream().write(pdf, 300_000, 100_000);
            connection.getOutputStream().flush();

            // although the upload has not ended
            assertThat(new String(connection.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
                    .isEqualTo("HTTP/1.1 423");
        }
        await().atMost(SOON).until(() -> contents() == 0);
        assertThat(database.sql("select count(*) from attachment where file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int contents() {
        return database.sql("select count(*) from attachment_content where file_id = ?")
                .param(file)
                .query(Integer.class)
                .single();
    }

    private void suspend() {
        RETENTION.keys().suspend(person, ALL);
        Topic.publish(new PersonSuspended(UUID.randomUUID(), person, ALL, true, Instant.now(), Instant.now()));
        await().atMost(SOON).until(() -> file(file).status() == 423);
    }

    private Socket connect() throws IOException {
        var connection = new Socket();
        connection.setReceiveBufferSize(8 * 1024);
        connection.setSoTimeout(20_000);
        connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return connection;
    }

    private static void send(Socket connection, String request, String headers) throws IOException {
        connection
                .getOutputStream()
                .write((request + "\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    private static String token() {
        var subject = UUID.nameUUIDFromBytes("workercentre".getBytes(StandardCharsets.UTF_8));
        return RETENTION.tokenOf(subject, "Claire Morel", "worker", "centre");
    }

    private static byte[] rest(InputStream answer) {
        var rest = new java.io.ByteArrayOutputStream();
        try {
            answer.transferTo(rest);
        } catch (IOException aborted) {
            // a reset connection is an aborted answer too
            return rest.toByteArray();
        }
        return rest.toByteArray();
    }
}
