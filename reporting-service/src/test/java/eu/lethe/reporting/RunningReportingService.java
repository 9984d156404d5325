package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.erasure.SealedColumn;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.reporting.erasure.SealedColumnsOfReports;
import eu.lethe.testkit.Client;
import eu.lethe.testkit.Neighbours;
import eu.lethe.testkit.Neighbours.Confirmation;
import eu.lethe.testkit.SealedPlaces;
import eu.lethe.testkit.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on real PostgreSQL and Kafka. Each test has a year of its own, so that its figures are its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "lethe.service.secret=test")
class RunningReportingService {

    protected static final Neighbours NEIGHBOURS = Neighbours.start();
    protected static final Contacts CONTACTS = new Contacts(NEIGHBOURS.keys());
    protected static final AtomicInteger YEAR = new AtomicInteger(2001);
    protected static final Duration SOON = Duration.ofSeconds(20);
    protected static final List<String> NONE = List.of();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient database;

    @Autowired
    private DataSource everything;

    @Autowired
    private BusinessClock clock;

    private @Nullable Integer ownYear;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestInfrastructure.propertiesFor("reporting").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("lethe.identity.url", NEIGHBOURS::url);
        registry.add("lethe.retention.url", NEIGHBOURS::url);
        registry.add("lethe.cases.url", NEIGHBOURS::url);
        registry.add("lethe.clock.file", RunningReportingService::thirtyYearsOn);
    }

    @AfterEach
    void whatever_is_sealed_is_in_the_list_of_what_is_forgotten() {
        SealedPlaces.requireForgotten(
                everything,
                SealedColumnsOfReports.ALL.stream().map(SealedColumn::name).toList());
    }

    /** There are more tests than years since 2000. */
    private static String thirtyYearsOn() {
        try {
            var file = Files.createTempFile("clock", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "P30Y\n").toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** All of a person goes, and the service says so. */
    protected void erase(UUID person) {
        var erasure = UUID.randomUUID();
        var keys = List.of(new KeyId(person, Compartment.CODING, 1), new KeyId(person, Compartment.HEALTH, 1));
        keys.forEach(NEIGHBOURS.keys()::remove);
        Topic.publish(new KeysRemoved(erasure, person, keys, true, day(), Instant.now()));
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));
        await().atMost(SOON)
                .until(() -> NEIGHBOURS.confirmations().contains(new Confirmation(erasure, "purged"))
                        && NEIGHBOURS.confirmations().contains(new Confirmation(erasure, "pruned")));
    }

    /** Taken when it is first asked for: figures are shown of the years from 2000 to this one only, by the service's calendar. */
    protected int year() {
        if (ownYear == null) {
            ownYear = YEAR.getAndIncrement();
            assertThat(ownYear)
                    .as("years left for tests")
                    .isLessThanOrEqualTo(clock.today().getYear());
        }
        return ownYear;
    }

    protected LocalDate day() {
        return LocalDate.of(year(), 5, 4);
    }

    protected static UUID person() {
        return NEIGHBOURS.keys().person();
    }

    protected long figure(String measure, @Nullable String area) {
        return figureOf("centre", measure, area);
    }

    protected long figureOf(String unit, String measure, @Nullable String area) {
        return figureOf(year(), unit, measure, area);
    }

    /** As counted, which nobody outside the service is told when it is small. */
    protected long figureOf(int ofYear, String unit, String measure, @Nullable String area) {
        return database.sql(
                        "select coalesce(sum(value), 0) from total where year = ? and unit = ? and measure = ? and area = ?")
                .params(ofYear, unit, measure, area == null ? "" : area)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The grid as it is shown. */
    protected String grid() {
        return as("statistician").get("/api/reports/yearly-grid?year=" + year()).text();
    }

    /** The grid as it is shown, and every figure behind it as counted. */
    protected String figures() {
        return grid()
                + database.sql("""
                        select unit, measure, area, value from total where year = ? and value > 0
                         order by unit, measure, area""")
                        .param(year())
                        .query((row, _) -> "%n%s %s %s %d"
                                .formatted(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                        .list();
    }

    /** In which compartments it is remembered what a person added. */
    protected List<String> remembered(UUID person) {
        return database.sql("""
                        select compartment from contribution_piece where person_id = :person
                         union select compartment from contribution_set where person_id = :person
                         order by compartment""")
                .param("person", person)
                .query((row, _) -> row.getString(1))
                .list();
    }

    protected long waiting(UUID person) {
        return database.sql("select count(*) from awaiting_key where person_id = ?")
                .param(person)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** All rows of all tables, as text. */
    protected String everythingStored() {
        var stored = new StringBuilder();
        for (var table : tables()) {
            database.sql("select cast(t as text) from \"" + table + "\" t")
                    .query((row, _) -> row.getString(1))
                    .list()
                    .forEach(stored::append);
        }
        return stored.toString();
    }

    protected List<String> tables() {
        return database.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'""").query((row, _) -> row.getString(1)).list();
    }

    protected Client as(String role) {
        return new Client("http://127.0.0.1:" + port, NEIGHBOURS.tokenOf(UUID.randomUUID(), role, "centre"));
    }
}
