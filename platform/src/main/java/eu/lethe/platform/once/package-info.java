/** What is sent twice is recorded once: the {@code Idempotency-Key} of draft-ietf-httpapi-idempotency-key-header. */
@NullMarked
package eu.lethe.platform.once;

import org.jspecify.annotations.NullMarked;
