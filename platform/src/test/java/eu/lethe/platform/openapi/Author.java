package eu.lethe.platform.openapi;

import org.jspecify.annotations.Nullable;

/** Whoever wrote. */
record Author(String name, @Nullable String unit) {}
