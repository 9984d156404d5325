package eu.lethe.platform.receiving;

/** Understands that the service that would vouch for a message does not answer now: the message waits in its place. */
final class PublisherAway extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    PublisherAway(Throwable cause) {
        super("the publisher does not answer", cause);
    }
}
