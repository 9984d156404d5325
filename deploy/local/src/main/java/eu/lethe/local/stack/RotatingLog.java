package eu.lethe.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * Understands a log that starts anew whenever it has grown large, while its process runs. What the process itself does not log
 * (the last words of its virtual machine) is appended to the same file.
 */
record RotatingLog(Path file) {

    /** How a Java program of the stack is told. */
    Map<String, String> environment() {
        return Map.of(
                "LOGGING_FILE_NAME",
                file.toString(),
                "LOGGING_THRESHOLD_CONSOLE",
                "off",
                "LOGGING_LOGBACK_ROLLINGPOLICY_FILE_NAME_PATTERN",
                file + ".%d{yyyy-MM-dd}.%i",
                "LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE",
                "8MB",
                "LOGGING_LOGBACK_ROLLINGPOLICY_MAX_HISTORY",
                "7",
                "LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP",
                "24MB");
    }
}
