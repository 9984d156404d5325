package eu.lethe.contracts.events;

/**
 * Understands that something happened of which nobody is told: the service that stores it publishes it on no topic, and gives it
 * out neither in its feed nor to another service that asks.
 */
public interface Undisclosed extends DomainEvent {}
