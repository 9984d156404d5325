package eu.lethe.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.springframework.boot.SpringApplication;

/** Understands one gateway for all tests, between a stub identity provider and a stub service. */
final class RunningGateway {

    static final StubIdentity IDENTITY = new StubIdentity();
    static final StubService CASES = new StubService();
    static final URI ADDRESS = start();

    private RunningGateway() {}

    private static URI start() {
        // Known before the start: the provider sends people back to it.
        var address = "http://127.0.0.1:%d".formatted(freePort());
        SpringApplication.run(
                Gateway.class,
                "--lethe.local=true",
                "--server.servlet.session.cookie.secure=false",
                "--lethe.identity.client-secret=secret",
                "--server.port=" + URI.create(address).getPort(),
                "--lethe.gateway.url=" + address,
                "--lethe.gateway.services.cases=" + CASES.address(),
                "--lethe.gateway.services.consents=http://127.0.0.1:" + freePort(),
                "--lethe.identity.url=" + IDENTITY.address(),
                "--lethe.identity.end-session=http://identity.example/sign-out");
        return URI.create(address);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
