/** What every request body must be before a resource sees it: strict JSON and clean text. */
@NullMarked
package eu.lethe.platform.web;

import org.jspecify.annotations.NullMarked;
