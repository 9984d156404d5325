/** What a service's OpenAPI document says of the records that it takes and gives. */
@NullMarked
package eu.lethe.platform.openapi;

import org.jspecify.annotations.NullMarked;
