package eu.lethe.local.demo;

/** Says in one sentence why the demo data could not be loaded. */
public final class DemoDataNotLoaded extends RuntimeException {

    DemoDataNotLoaded(String message) {
        super(message);
    }
}
