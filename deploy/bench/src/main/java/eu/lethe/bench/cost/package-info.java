/** What an operation costs the whole running stack: processor time, statements, commits and messages, also after the answer. */
@NullMarked
package eu.lethe.bench.cost;

import org.jspecify.annotations.NullMarked;
