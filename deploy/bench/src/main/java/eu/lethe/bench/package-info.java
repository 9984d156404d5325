/** What is measured with {@code ./lethe bench}: ratios against a yardstick of the same run, since machines are noisy. */
@NullMarked
package eu.lethe.bench;

import org.jspecify.annotations.NullMarked;
