package eu.lethe.cases.commands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that may name a record which is a duplicate: it makes, undoes or settles the merge, or acknowledges what was
 * there before it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakenByDuplicates {}
