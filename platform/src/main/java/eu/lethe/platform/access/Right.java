package eu.lethe.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * That somebody may read about a person, and why.
 *
 * @param through the exceptional access that it rests on; null for a worker of the unit who is not kept out
 */
public record Right(@Nullable ExceptionalAccess through) implements Verdict {}
