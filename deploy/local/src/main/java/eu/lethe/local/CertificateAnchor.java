package eu.lethe.local;

import eu.lethe.local.stack.Component;
import eu.lethe.local.stack.LocalStack;
import eu.lethe.local.stack.Progress;
import eu.lethe.local.stack.StackProblem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Understands keeping the agency's public key apart from its certificates: it is saved once and never replaced. */
final class CertificateAnchor {
    private final LocalStack stack;

    CertificateAnchor(LocalStack stack) {
        this.stack = stack;
    }

    void save(Progress progress) {
        Path file = stack.state().anchor();
        String key = ask();
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, key);
            } else if (!Files.readString(file).equals(key)) {
                progress.say(
                        "Beware: the agency's key is no longer the one that was saved in %s; certificates are verified against the saved one."
                                .formatted(file));
            }
        } catch (IOException e) {
            throw new StackProblem(
                    "%s cannot be written: check the disk, then run ./lethe up again.".formatted(file), e);
        }
    }

    private String ask() {
        HttpRequest question = HttpRequest.newBuilder(
                        stack.addresses().of(Component.RETENTION).resolve("/api/retention/anchor"))
                .header("Authorization", "Bearer " + stack.token("auditor"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new StackProblem(
                    "retention-service does not tell the agency's key (%d): ./lethe logs retention-service tells why."
                            .formatted(answer.statusCode()));
        } catch (IOException e) {
            throw new StackProblem("retention-service does not answer: run ./lethe up again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted: ./lethe up resumes.", e);
        }
    }
}
