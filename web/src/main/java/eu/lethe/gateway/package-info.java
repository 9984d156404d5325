/** The gateway: signs staff in, keeps their tokens, serves the staff front end and relays calls to the services. */
@NullMarked
package eu.lethe.gateway;

import org.jspecify.annotations.NullMarked;
