package eu.lethe.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Understands telling a person that the sign-in did not succeed, without starting it again by itself: that would loop. */
@Component
class SignInFailedPage {

    private static final ClassPathResource PAGE = new ClassPathResource("gateway/sign-in-failed.html");

    void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = Problem.wordsFor(request);
        var page = PAGE.getContentAsString(StandardCharsets.UTF_8)
                .replace("{{language}}", words.getString("language"))
                .replace("{{title}}", words.getString("sign-in-failed.title"))
                .replace("{{detail}}", words.getString("sign-in-failed.detail"))
                .replace("{{again}}", words.getString("sign-in-failed.again"))
                .replace("{{nonce}}", ContentPolicy.nonceOf(request))
                .replace("{{start}}", SignIn.PATH);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
