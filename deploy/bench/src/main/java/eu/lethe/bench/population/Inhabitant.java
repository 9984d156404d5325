package eu.lethe.bench.population;

import eu.lethe.contracts.events.cases.Identity;
import java.util.UUID;

/** Somebody who does not exist. */
public record Inhabitant(UUID id, Identity identity) {}
