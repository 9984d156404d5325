package eu.lethe.retention.hold;

/** That a hold was released: whoever it kept may not be held any more. */
public record HoldEnded() {}
