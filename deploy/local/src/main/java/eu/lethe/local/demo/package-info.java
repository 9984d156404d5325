/** The demo data: a fictitious agency with three years of work, written through the public API as people would. */
@NullMarked
package eu.lethe.local.demo;

import org.jspecify.annotations.NullMarked;
