/** The demo identity provider of the local stack: OpenID Connect with one account per role. */
@NullMarked
package eu.lethe.local.identity;

import org.jspecify.annotations.NullMarked;
