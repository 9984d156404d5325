/** What comes in over HTTP, before anybody knows what it is: the gateway and the services look at it alike. */
@NullMarked
package eu.lethe.incoming;

import org.jspecify.annotations.NullMarked;
