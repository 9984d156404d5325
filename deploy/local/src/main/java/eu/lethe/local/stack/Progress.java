package eu.lethe.local.stack;

/** Understands telling whoever waits how far things are, a line at a time. */
@FunctionalInterface
public interface Progress {

    void say(String line);
}
