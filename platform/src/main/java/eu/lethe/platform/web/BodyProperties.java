package eu.lethe.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Understands how much of a body a service takes.
 *
 * @param limit of a body of JSON
 * @param documentLimit of a document, which is stored while it comes in, or of a table
 * @param time how long a body of JSON may take to come in
 * @param largeFrom from which size a body counts as large
 * @param largeAtOnce how many large bodies are held in memory at a time; others wait
 */
@ConfigurationProperties("lethe.body")
record BodyProperties(
        @DefaultValue("2MB") DataSize limit,
        @DefaultValue("20MB") DataSize documentLimit,
        @DefaultValue("30s") Duration time,
        @DefaultValue("32KB") DataSize largeFrom,
        @DefaultValue("3") int largeAtOnce) {}
