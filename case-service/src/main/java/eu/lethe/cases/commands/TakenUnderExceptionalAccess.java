package eu.lethe.cases.commands;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that somebody may give who reads about the person by an exceptional access alone: it opens the file, takes
 * note of that, adds a contact, or takes back what they sent away themselves, and changes nothing that others wrote or decided.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakenUnderExceptionalAccess {}
