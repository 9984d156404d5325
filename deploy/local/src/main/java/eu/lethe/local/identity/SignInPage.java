package eu.lethe.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Understands the page on which staff sign in: plain HTML in French or English, with no script at all. */
@RestController
class SignInPage {

    static final String PATH = "/login";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.]+)}}");

    /** Without this, an English machine would answer French readers in English. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String template = read("identity/sign-in.html");
    private final SecureRandom random = new SecureRandom();
    private final DemoClients.Settings settings;

    SignInPage(DemoClients.Settings settings) {
        this.settings = settings;
    }

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = "lang", required = false) @Nullable String chosen,
            CsrfToken csrf,
            HttpServletRequest request) {
        var locale = localeOf(chosen == null ? preferred(request) : chosen);
        var nonce = nonce();
        var texts = ResourceBundle.getBundle("identity.texts", locale, NO_FALLBACK);
        var filled = Map.of(
                "nonce", nonce,
                "lang", locale.getLanguage(),
                "csrf.name", csrf.getParameterName(),
                "csrf.token", csrf.getToken(),
                "error",
                        error == null
                                ? ""
                                : "<p class=\"error\" role=\"alert\">%s</p>".formatted(texts.getString("failed")),
                "accounts", accounts(locale),
                "password", DemoAccount.PASSWORD);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy(nonce))
                .header("Content-Language", locale.getLanguage())
                .body(fill(filled, texts));
    }

    private String fill(Map<String, String> values, ResourceBundle texts) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1)) ? values.get(found.group(1)) : text(texts, found.group(1))));
    }

    private static String text(ResourceBundle texts, String key) {
        return HtmlUtils.htmlEscape(texts.getString(key), "UTF-8");
    }

    private static String accounts(Locale locale) {
        var french = locale.getLanguage().equals("fr");
        return DemoAccount.all().stream()
                .map(it -> """
                        <li><button type="submit" name="username" value="%s">
                          <span class="name">%s</span><span class="duty">%s</span><code>%s</code></button></li>
                        """.formatted(
                                it.account(), it.name(), french ? it.dutyFrench() : it.dutyEnglish(), it.account()))
                .collect(Collectors.joining());
    }

    /** The form leads, by redirects, back to the gateway; browsers hold redirects to form-action too. */
    private String policy(String nonce) {
        return "default-src 'none'; style-src 'nonce-%s'; img-src data:; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                .formatted(nonce, settings.gatewayUrl());
    }

    private String nonce() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String preferred(HttpServletRequest request) {
        // Without the header the servlet container would answer with the machine's language.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? "fr"
                : request.getLocale().getLanguage();
    }

    private static Locale localeOf(String language) {
        return language.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
