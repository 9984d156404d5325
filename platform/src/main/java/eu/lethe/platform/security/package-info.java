/** Who is calling and what they may call: bearer tokens, the authorisation table, the staff directory. */
@NullMarked
package eu.lethe.platform.security;

import org.jspecify.annotations.NullMarked;
