package eu.lethe.platform.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as an answer names them.
 *
 * @param name null for somebody who never called this service
 */
public record Staff(UUID id, @Nullable String name) {}
