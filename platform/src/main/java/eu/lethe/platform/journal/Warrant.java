package eu.lethe.platform.journal;

/**
 * Understands what permits to open what is sealed: that a member of staff may be shown it, which the access journal has in writing,
 * or that nobody is shown it at all.
 */
public sealed interface Warrant permits Admission, Unseen {}
