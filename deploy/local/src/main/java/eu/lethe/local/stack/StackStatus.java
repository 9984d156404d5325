package eu.lethe.local.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands how the whole stack is: ready when all of it is.
 *
 * @param supervisor the process that starts again what dies, while there is one
 */
public record StackStatus(
        String address,
        List<ComponentStatus> components,
        @Nullable Long supervisor) {

    public boolean isReady() {
        return components.stream().allMatch(ComponentStatus::isReady);
    }

    public long memoryMegabytes() {
        return components.stream().mapToLong(ComponentStatus::memoryMegabytes).sum();
    }

    /** A table for people. */
    public String asText() {
        var text = new StringBuilder();
        for (ComponentStatus component : components) {
            text.append("%-18s %-9s port %-6d".formatted(component.name(), component.state(), component.port()));
            if (component.pid() != null) {
                text.append(" pid %-8d %5d MB".formatted(component.pid(), component.memoryMegabytes()));
            }
            if (!component.note().isEmpty()) {
                text.append("  ").append(component.note());
            }
            text.append('\n');
        }
        return text.append(conclusion()).toString();
    }

    private String conclusion() {
        if (!isReady()) {
            return supervisor == null
                    ? "Not all is ready: ./lethe up starts what is missing, ./lethe logs SERVICE tells why."
                    : "Not all is ready: what died is being started again (or sooner with ./lethe up); ./lethe logs SERVICE tells why.";
        }
        String ready = "All is ready at %s, in %d MB of memory.".formatted(address, memoryMegabytes());
        return supervisor == null ? ready + "\nNobody would start again what dies: ./lethe up sees to that." : ready;
    }

    /** The same for scripts. */
    public String asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ready", isReady());
        json.put("address", address);
        json.put("memoryMegabytes", memoryMegabytes());
        if (supervisor != null) {
            json.put("supervisor", supervisor);
        }
        json.put("components", components.stream().map(StackStatus::asMap).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static Map<String, Object> asMap(ComponentStatus component) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", component.name());
        json.put("state", component.state().toString());
        if (component.pid() != null) {
            json.put("pid", component.pid());
        }
        json.put("port", component.port());
        json.put("memoryMegabytes", component.memoryMegabytes());
        if (!component.note().isEmpty()) {
            json.put("note", component.note());
        }
        return json;
    }
}
