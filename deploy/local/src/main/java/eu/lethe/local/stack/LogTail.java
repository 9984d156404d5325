package eu.lethe.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the last words of a process, as its log has them, from a place on. */
record LogTail(Path log, long from) {
    private static final int LENGTH = 64 * 1024;
    private static final int LONGEST = 240;
    private static final List<Pattern> REASONS = List.of(
            Pattern.compile("(No space left on device)"),
            Pattern.compile("Caused by: [\\w.$]+: ([^\\n]+)"),
            Pattern.compile("Exception in thread \"[^\"]*\" [\\w.$]+: (.+)"),
            Pattern.compile("ERROR.* : (.+)"),
            Pattern.compile("\"level\":\"ERROR\".*\"message\":\"([^\"]+)\""),
            Pattern.compile("(?:FATAL|PANIC): +(.+)"));

    LogTail(Path log) {
        this(log, 0);
    }

    /** Why the process ended, if its log gives a reason. */
    Optional<String> reason() {
        // Services log lines of JSON, stack traces with their line ends escaped.
        String end = read().replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "");
        for (Pattern pattern : REASONS) {
            Matcher matcher = pattern.matcher(end);
            String last = null;
            while (matcher.find()) {
                last = matcher.group(1).strip();
            }
            if (last != null) {
                return Optional.of(inOneLine(last));
            }
        }
        return Optional.empty();
    }

    private static String inOneLine(String reason) {
        String line = reason.replaceAll("\\*{3,}", " ").replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private String read() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - LENGTH);
            file.seek(start);
            byte[] end = new byte[(int) (file.length() - start)];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
