package eu.lethe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.incoming.FirstLook;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.coyote.CloseNowException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever fails behind it is put into words, unless it is too late for words or nobody knows which are true. */
class FirstLookTest {

    private final List<String> said = new ArrayList<>();
    private final FirstLook look = new FirstLook((refusal, _, _) -> said.add(refusal.name()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/cases/files");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void who_leaves_before_the_end_wrote_what_cannot_be_read() throws Exception {
        look.doFilter(request, response, failing(new IOException("the body ended")));

        assertThat(said).containsExactly("UNREADABLE");
    }

    @Test
    void an_answer_that_is_cut_off_before_it_has_begun_is_not_the_callers_doing() {
        assertThatExceptionOfType(CloseNowException.class)
                .isThrownBy(() -> look.doFilter(request, response, failing(new CloseNowException())));
        assertThat(said).isEmpty();
    }

    @Test
    void an_answer_that_fails_once_it_has_begun_breaks_its_connection() {
        FilterChain begins = (_, answer) -> {
            ((MockHttpServletResponse) answer).setCommitted(true);
            throw new IllegalStateException("half way");
        };

        assertThatExceptionOfType(CloseNowException.class).isThrownBy(() -> look.doFilter(request, response, begins));
        assertThat(said).isEmpty();
    }

    private static FilterChain failing(IOException failure) {
        return (_, _) -> {
            throw failure;
        };
    }
}
