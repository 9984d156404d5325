package eu.lethe.cases.commands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command by which somebody decides about a file or about who reads, and writes nothing about the person: an exclusion
 * binds them, a restriction of reading does not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decision {}
