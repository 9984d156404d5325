package eu.lethe.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Understands who keeps a place at the gateway when places run short: who is being answered. Whoever is connected and asks for nothing,
 * or spells a request out letter by letter, gives the place back, the longest idle first. A browser simply connects again.
 */
public final class Places extends Http11NioProtocol {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("places").factory());

    private final Map<SocketWrapperBase<NioChannel>, Long> idleSince = new HashMap<>();

    /** Made by the server, by name. */
    public Places() {
        var _ = looks.scheduleWithFixedDelay(
                this::makeRoom, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() throws Exception {
        looks.shutdownNow();
        super.destroy();
    }

    private void makeRoom() {
        var there = getEndpoint().getConnections();
        remember(there);
        var most = getMaxConnections();
        if (there.size() > most / 4 * 3) {
            idleSince.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(there.size() - most / 2)
                    .map(Map.Entry::getKey)
                    .forEach(Places::leave);
        }
    }

    private void remember(Collection<SocketWrapperBase<NioChannel>> there) {
        var now = System.nanoTime();
        idleSince.keySet().retainAll(there);
        for (var connection : there) {
            if (isServed(connection)) {
                idleSince.remove(connection);
            } else {
                idleSince.putIfAbsent(connection, now);
            }
        }
    }

    /** Who is being read from, answered or waited for holds the lock. */
    private static boolean isServed(SocketWrapperBase<NioChannel> connection) {
        return connection.getLock().isLocked();
    }

    private static void leave(SocketWrapperBase<NioChannel> connection) {
        var lock = connection.getLock();
        if (lock.tryLock()) {
            try {
                connection.close();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The server's protocol. */
    @Configuration(proxyBeanMethods = false)
    static class AtTheServer {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> places() {
            return server -> server.setProtocol(Places.class.getName());
        }
    }
}
