/** Social assessments: a text with headings where the worker wants some, and what the person wants to reach. */
@NullMarked
package eu.lethe.cases.assessment;

import org.jspecify.annotations.NullMarked;
