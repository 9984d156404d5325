package eu.lethe.platform.receiving;

/**
 * Marks an exception that says "not now": the message that met it is tried again, in its place, until it succeeds. What is
 * not marked, and is no failure of the database, the network or another service either, is taken for good.
 */
public interface Temporary {}
