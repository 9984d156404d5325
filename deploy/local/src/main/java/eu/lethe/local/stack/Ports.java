package eu.lethe.local.stack;

import eu.lethe.embedded.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Understands on which port of 127.0.0.1 each component listens. */
public record Ports(Map<Component, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports, save where the environment names others. */
    public static Ports from(Map<String, String> environment) {
        Map<Component, Integer> numbers = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            String wanted = environment.get(component.portVariable());
            numbers.put(component, wanted == null ? component.defaultPort() : number(component, wanted));
        }
        refuseShared(numbers);
        return new Ports(numbers);
    }

    /** Ports that are free now, for a stack beside others. */
    public static Ports free() {
        Map<Component, Integer> numbers = new EnumMap<>(Component.class);
        Set<Integer> taken = new HashSet<>();
        for (Component component : Component.values()) {
            int port = FreePort.find();
            while (!taken.add(port)) {
                port = FreePort.find();
            }
            numbers.put(component, port);
        }
        return new Ports(numbers);
    }

    public int of(Component component) {
        Integer number = numbers.get(component);
        if (number == null) {
            throw new IllegalStateException("No port for " + component);
        }
        return number;
    }

    /** Waits a moment for a component that died here to let go of its port. */
    void awaitFree(Component component, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            try {
                requireFree(component);
                return;
            } catch (StackProblem taken) {
                if (Instant.now().isAfter(deadline)) {
                    throw taken;
                }
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw taken;
                }
            }
        }
    }

    /** Says so in one sentence when somebody else listens where this component should. */
    void requireFree(Component component) {
        int port = of(component);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new StackProblem(
                    "Port %d, which %s needs, is taken by another program: stop that program, or choose another port, for example with %s=%d ./lethe up."
                            .formatted(port, component.label(), component.portVariable(), FreePort.find()),
                    taken);
        }
    }

    private static int number(Component component, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence below
        }
        throw new StackProblem("%s is '%s', which is no port: set it to a number from 1 to 65535, or unset it."
                .formatted(component.portVariable(), text));
    }

    private static void refuseShared(Map<Component, Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        numbers.forEach((component, port) -> {
            if (!seen.add(port)) {
                throw new StackProblem("Port %d is given to two components: set %s to another port."
                        .formatted(port, component.portVariable()));
            }
        });
    }
}
