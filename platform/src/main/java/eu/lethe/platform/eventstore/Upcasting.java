package eu.lethe.platform.eventstore;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands how an event stored in an earlier revision is read in the next one. A service declares one as a bean for each
 * step; an event of revision 1 goes through all that lead to today's. What is sealed stays as it is: nobody opens it on the
 * way, so the record inside reads its own past (as {@code Identity} does).
 *
 * @param type the event's name on the wire, e.g. {@code lethe.cases.ContactRecorded.v1}
 * @param from the revision that is read; the next is made of it
 * @param change makes it, of the stored JSON
 */
public record Upcasting(String type, int from, UnaryOperator<ObjectNode> change) {}
