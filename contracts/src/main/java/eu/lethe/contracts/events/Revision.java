package eu.lethe.contracts.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in which shape an event is stored today. What has no annotation is in its first. It is raised when a member is named
 * or spelt anew in the store; on the wire such a change is another version of the type.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The revision of an event that says nothing. */
    int FIRST = 1;

    /** Counts from {@link #FIRST}. */
    int value();
}
