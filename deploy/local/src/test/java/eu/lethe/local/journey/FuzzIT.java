package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.local.journey.FuzzRequests.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A long fuzz of the API, made from its OpenAPI documents: each operation × every role and nobody × wrong types, lengths and
 * letters (assurance test 25). Nothing that a caller sends is a fault of Lethe's, comes back in an error or gets into a log,
 * ends a process, or stays in memory.
 */
class FuzzIT {

    private static final int REQUESTS = Seed.nightly() ? 100_000 : 20_000;
    private static final int AT_ONCE = 8;
    private static final int TOKENS_LAST = 10_000;
    private static final int GROWTH_MEGABYTES = 32;
    private static final Pattern MADE = Pattern.compile("\"(\\w+Id)\":\"([0-9a-f-]{36})\"");
    private static final Pattern OLD_GENERATION = Pattern.compile("tenured.*used (\\d+)K", Pattern.CASE_INSENSITIVE);
    private static final Pattern STACK_TRACE =
            Pattern.compile("^\\s+at [\\w.$/]+\\(|\\\\n\\\\tat |\"stack_trace\"|^Caused by: ");
    private static final List<String> SERVICES =
            List.of("gateway", "case-service", "consent-service", "retention-service", "reporting-service");
    private static final List<String> ROLES = List.of(
            "",
            "worker",
            "worker",
            "worker-north",
            "lead",
            "dpo",
            "retention-admin",
            "retention-approver",
            "statistician",
            "auditor",
            "integrator",
            "reporting-service");

    private final RunningStack stack = RunningStack.get();
    private final List<OpenApiOperation> operations = OpenApiOperation.all(stack.repository());
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Request> findings = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private String canary = "";

    @Test
    void whatever_is_sent_is_answered_calmly_and_nothing_of_it_comes_back_or_stays() throws Exception {
        var chance = Seed.of("FuzzIT");
        canary = "canari" + Long.toHexString(chance.nextLong()) + "z";
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
        makeRecords();
        var processes = pids(stack.status());
        var logs = sizesOfLogs();

        send(REQUESTS / 20, chance);
        var before = heaps(processes);
        send(REQUESTS - REQUESTS / 20, chance);

        System.out.println("FuzzIT: answers " + new TreeMap<>(statuses));
        assertThat(pids(stack.status())).as("nobody died").isEqualTo(processes);
        noteWhatLogsHold(logs);
        var after = heaps(processes);
        System.out.printf("FuzzIT: old generations in MB, before %s, after %s%n", before, after);
        assertThat(report()).isEmpty();
        after.forEach((service, megabytes) -> assertThat(megabytes)
                .as("%s: heap after a collection, before %s", service, before.get(service))
                .isLessThanOrEqualTo(before.getOrDefault(service, 0L) + GROWTH_MEGABYTES));
    }

    private void makeRecords() {
        var worker = stack.as("worker");
        for (var i = 0; i < 6; i++) {
            var person = keep(worker.post("/api/cases/persons", Map.of("familyName", "Essai")));
            var file = keep(
                    worker.post("/api/cases/files", Map.of("personId", person.text("personId"), "unit", "centre")));
            keep(worker.post(
                    "/api/cases/files/" + file.text("fileId") + "/contacts",
                    Map.of("date", worker.get("/api/cases/me").text("today"), "text", "Passage.")));
        }
    }

    private Caller.Answer keep(Caller.Answer made) {
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        remember(made.text());
        return made;
    }

    private void remember(String answer) {
        MADE.matcher(answer).results().limit(5).forEach(found -> {
            var ids = known.computeIfAbsent(found.group(1), _ -> new CopyOnWriteArrayList<>());
            if (ids.size() < 40) {
                ids.add(found.group(2));
            }
        });
    }

    private void send(int requests, Random chance) throws Exception {
        for (var sent = 0; sent < requests; sent += TOKENS_LAST) {
            ROLES.stream()
                    .filter(role -> !role.isEmpty())
                    .distinct()
                    .forEach(role ->
                            tokens.put(role, stack.lethe("token", role).output().strip()));
            sendSome(Math.min(TOKENS_LAST, requests - sent), chance);
        }
    }

    private void sendSome(int requests, Random chance) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<?>>();
            for (var sender = 0; sender < AT_ONCE; sender++) {
                var own = new Random(chance.nextLong());
                sending.add(threads.submit(() -> {
                    try (var http = new RawHttp(stack.port("GATEWAY"))) {
                        var requested = new FuzzRequests(own, known, canary);
                        while (next.getAndIncrement() < requests) {
                            send(http, requested.of(operations.get(own.nextInt(operations.size()))), own);
                        }
                    }
                }));
            }
            for (var one : sending) {
                one.get();
            }
        }
    }

    private void send(RawHttp http, Request request, Random chance) {
        var role = ROLES.get(chance.nextInt(ROLES.size()));
        var answer = request.sendOver(http, role.isEmpty() ? "" : tokens.getOrDefault(role, ""));
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        if (answer.status() == 0 || answer.status() >= 500) {
            note(answer.status() + " " + request.operation().name(), request);
        }
        if (answer.status() >= 400 && answer.body().contains(canary)) {
            note("echo in " + answer.status() + " " + request.operation().name(), request);
        }
        if (answer.status() == 201) {
            remember(answer.body());
        }
    }

    private void note(String what, Request request) {
        findings.merge(what, request, (one, other) -> one.size() <= other.size() ? one : other);
    }

    /** What was found, each with the smallest request that shows it. */
    private String report() {
        return new TreeMap<>(findings)
                .entrySet().stream()
                        .map(finding ->
                                finding.getKey() + "\n    " + finding.getValue().shortened())
                        .collect(Collectors.joining("\n"));
    }

    private Map<Path, Long> sizesOfLogs() throws IOException {
        var sizes = new TreeMap<Path, Long>();
        try (var logs = Files.list(stack.state().resolve("logs"))) {
            for (var log : logs.toList()) {
                sizes.put(log, Files.size(log));
            }
        }
        return sizes;
    }

    private void noteWhatLogsHold(Map<Path, Long> before) throws IOException {
        var held = new ArrayList<String>();
        for (var log : sizesOfLogs().keySet()) {
            var from = before.getOrDefault(log, 0L);
            try (var file = Files.newInputStream(log)) {
                file.skipNBytes(Math.min(from, Files.size(log)));
                var added = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                System.out.printf("FuzzIT: %s grew by %d kB%n", log.getFileName(), added.length() / 1024);
                added.lines()
                        .filter(line -> line.contains(canary)
                                || STACK_TRACE.matcher(line).find())
                        .findFirst()
                        .ifPresent(line ->
                                held.add(log.getFileName() + ": " + line.substring(0, Math.min(line.length(), 400))));
            }
        }
        assertThat(held)
                .as("lines of logs that hold what was sent, or where it failed")
                .isEmpty();
    }

    private static Map<String, Long> pids(JsonNode status) {
        return status.path("components")
                .valueStream()
                .filter(one -> SERVICES.contains(one.path("name").asString()))
                .collect(Collectors.toMap(
                        one -> one.path("name").asString(),
                        one -> one.path("pid").asLong()));
    }

    /** What each holds on to after a full collection, in megabytes. */
    private static Map<String, Long> heaps(Map<String, Long> processes) throws Exception {
        var heaps = new TreeMap<String, Long>();
        for (var process : processes.entrySet()) {
            jcmd(process.getValue(), "GC.run");
            var info = jcmd(process.getValue(), "GC.heap_info");
            var used = OLD_GENERATION.matcher(info);
            assertThat(used.find()).as(info).isTrue();
            heaps.put(process.getKey(), Long.parseLong(used.group(1)) / 1024);
        }
        return heaps;
    }

    private static String jcmd(long pid, String command) throws Exception {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        var output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }
}
