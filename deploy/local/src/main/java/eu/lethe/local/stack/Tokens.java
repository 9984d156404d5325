package eu.lethe.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Understands asking the demo identity provider for a token: of an account, or of a program by its secret. */
record Tokens(HttpClient http, StackAddresses addresses) {

    String of(String name) {
        HttpResponse<String> account = ask(addresses.identity().resolve("/demo/token"), "account=" + encoded(name));
        if (account.statusCode() == 200) {
            return token(account);
        }
        HttpResponse<String> program = ask(
                addresses.identity().resolve("/oauth2/token"),
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(encoded(name), encoded(Secrets.serviceSecret())));
        if (program.statusCode() == 200) {
            return token(program);
        }
        throw new StackProblem(
                "There is no account or program called '%s': ./lethe up prints the accounts; the programs are integrator, case-service, consent-service, retention-service and reporting-service."
                        .formatted(name));
    }

    private HttpResponse<String> ask(URI address, String form) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackProblem("The identity provider does not answer: start the stack with ./lethe up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted while asking for a token: try again.", e);
        }
    }

    private static String token(HttpResponse<String> answer) {
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .required("access_token")
                .asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
