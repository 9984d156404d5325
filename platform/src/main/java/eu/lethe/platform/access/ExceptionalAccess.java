package eu.lethe.platform.access;

import java.time.Instant;
import java.util.UUID;

/** The exceptional access by which somebody reads what is not theirs to read. */
public record ExceptionalAccess(UUID accessId, Instant until) {}
