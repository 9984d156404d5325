package eu.lethe.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.CloseNowException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** No answer is given for longer than its lease, and one that was cut short is not taken for whole. */
class AnswersUnderLeaseTest {

    private static final int LARGE = 100_000;
    /** Shorter than the longest there is. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AnswersUnderLease answers = new AnswersUnderLease(nanoTime::get, LEASE);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void an_answer_that_is_read_in_time_is_whole() throws Exception {
        answers.doFilter(
                request, response, (_, answer) -> answer.getOutputStream().write(new byte[LARGE]));

        assertThat(response.getContentAsByteArray()).hasSize(LARGE);
    }

    @Test
    void one_that_is_read_too_slowly_is_cut_off_and_its_connection_broken() {
        FilterChain slowly = (_, answer) -> {
            answer.getOutputStream().write(new byte[LARGE]);
            nanoTime.addAndGet(LEASE.toNanos());
            answer.getOutputStream().write(new byte[LARGE]);
        };

        assertThatExceptionOfType(CloseNowException.class)
                .isThrownBy(() -> answers.doFilter(request, response, slowly));
        assertThat(response.getContentAsByteArray()).hasSize(LARGE);
    }

    @Test
    void what_became_of_the_cut_on_its_way_out_does_not_matter() {
        FilterChain swallowing = (_, answer) -> {
            nanoTime.addAndGet(LEASE.toNanos());
            try {
                answer.getOutputStream().write(1);
            } catch (IOException cut) {
                throw new ServletException(cut);
            }
        };

        assertThatExceptionOfType(CloseNowException.class)
                .isThrownBy(() -> answers.doFilter(request, response, swallowing));
    }

    @Test
    void one_that_asks_for_its_key_again_may_go_on() throws Exception {
        answers.doFilter(request, response, (_, answer) -> {
            AnswersUnderLease.renewsItself(request);
            nanoTime.addAndGet(LEASE.toNanos());
            answer.getOutputStream().write(new byte[LARGE]);
        });

        assertThat(response.getContentAsByteArray()).hasSize(LARGE);
    }

    @Test
    void other_failures_are_left_as_they_are() {
        FilterChain failing = (_, _) -> {
            throw new ServletException("another matter");
        };

        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> answers.doFilter(request, response, failing))
                .withMessage("another matter");
    }
}
