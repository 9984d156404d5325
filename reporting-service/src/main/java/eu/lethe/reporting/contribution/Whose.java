package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import java.util.UUID;

/** Understands whose key something stands and falls with: a person's, for one compartment. */
public record Whose(UUID personId, Compartment compartment) {}
