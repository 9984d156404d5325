/**
 * Real PostgreSQL and a real Kafka broker without a container engine, for the local stack and for tests.
 *
 * <h2>In an integration test</h2>
 *
 * A Spring Boot test ({@code *IT}) takes a fresh database and the shared broker from {@link
 * eu.lethe.embedded.TestInfrastructure}:
 *
 * <pre>{@code
 * @SpringBootTest
 * class PruningIT {
 *     @DynamicPropertySource
 *     static void infrastructure(DynamicPropertyRegistry registry) {
 *         TestInfrastructure.propertiesFor("retention").forEach((name, value) -> registry.add(name, () -> value));
 *     }
 * }
 * }</pre>
 *
 * Without Spring, {@link eu.lethe.embedded.TestInfrastructure#freshDatabase(String)} gives a JDBC address and {@link
 * eu.lethe.embedded.TestInfrastructure#bootstrapServers()} the broker's.
 *
 * <p>Both start once in a JVM, when first asked for, and stop with it. A database is fresh at each call and owned by the
 * service's own role ({@code lethe_case}, {@code lethe_consent}, {@code lethe_retention}, {@code lethe_reporting}); the
 * role {@code lethe_key_remover} exists and may connect to it. The broker is shared: the property map carries a consumer
 * group of its own, and a test that must see no message of an earlier one calls {@link
 * eu.lethe.embedded.TestInfrastructure#emptyTopics()} first, while no application context is running.
 *
 * <p>{@code -Dlethe.containers=true} takes the same from Testcontainers, where a container engine runs.
 */
@NullMarked
package eu.lethe.embedded;

import org.jspecify.annotations.NullMarked;
