package eu.lethe.cases.due;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that is to be done in a file by a day.
 *
 * @param recordId the record it is about: a piece of information, a referral, …
 * @param kind e.g. {@code notice}, {@code review}, {@code follow-up}, {@code deadline}
 */
public record DueItem(UUID fileId, UUID recordId, String kind, LocalDate on) {}
