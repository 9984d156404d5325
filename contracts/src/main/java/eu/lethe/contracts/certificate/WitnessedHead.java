package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * Understands what a witness says: that it saw this head, and that it follows from every head it had seen before.
 *
 * @param treeHead the agency's signed statement
 */
@JsonPropertyOrder({"treeHead", "at"})
public record WitnessedHead(String treeHead, Instant at) {}
