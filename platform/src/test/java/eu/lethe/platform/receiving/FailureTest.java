package eu.lethe.platform.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class FailureTest {

    @ParameterizedTest
    @MethodSource
    void what_is_away_or_in_the_way_passes(Exception failure) {
        assertThat(Failure.of(new IllegalStateException(failure))).isEqualTo(Failure.TEMPORARY);
    }

    static Stream<Exception> what_is_away_or_in_the_way_passes() {
        return Stream.of(
                new CannotCreateTransactionException("", new SQLTransientConnectionException()),
                new CannotGetJdbcConnectionException(""),
                new CannotAcquireLockException(""),
                new EventStoreException("", new SQLException("", "08006")),
                new EventStoreException("", new SQLException("", "57P01")),
                new ConcurrencyException(""),
                new ResourceAccessException("", new ConnectException()),
                new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE),
                new Marked());
    }

    @ParameterizedTest
    @MethodSource
    void what_a_handler_says_of_a_message_stays(Exception failure) {
        assertThat(Failure.of(failure)).isEqualTo(Failure.REFUSED);
    }

    static Stream<Exception> what_a_handler_says_of_a_message_stays() {
        return Stream.of(
                new IllegalArgumentException(),
                new NullPointerException(),
                new DataIntegrityViolationException(""),
                new EventStoreException("", new SQLException("", "22021")),
                new HttpClientErrorException(HttpStatus.BAD_REQUEST));
    }

    @ParameterizedTest
    @MethodSource
    void what_cannot_be_read_never_will(Exception failure) {
        assertThat(Failure.of(failure)).isEqualTo(Failure.UNREADABLE);
    }

    static Stream<Exception> what_cannot_be_read_never_will() {
        return Stream.of(new IllegalStateException(new UnreadableMessage("malformed-data")));
    }

    private static final class Marked extends RuntimeException implements Temporary {}
}
