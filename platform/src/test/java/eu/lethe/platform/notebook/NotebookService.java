package eu.lethe.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.platform.eventstore.Upcasting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** One running instance of the notebook service. Two of them on one database are two instances of one service. */
public final class NotebookService implements AutoCloseable {

    /** The domain of notebooks, and what every service publishes. */
    public static final EventTypes TYPES = new EventTypes(List.of(
            new EventTypes.Domain("notebooks", "notebook-service", List.of(NotebookEvent.class)), EventTypes.ACCESS));

    /** Where its events go. */
    public static final String TOPIC = "lethe.notebooks.v1";

    private final ConfigurableApplicationContext context;

    private NotebookService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts an instance; further configuration classes add beans. */
    public static NotebookService start(Map<String, String> properties, Class<?>... more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("lethe.service.name", "notebook-service");
        all.put("lethe.api.prefix", "/api/notebooks");
        all.put(
                "spring.autoconfigure.exclude",
                "eu.lethe.platform.security.SecurityAutoConfiguration,"
                        + "eu.lethe.platform.security.ServiceClientAutoConfiguration");
        all.putAll(properties);
        return new NotebookService(new SpringApplicationBuilder(Application.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(all)
                .run());
    }

    /** A bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Commands. */
    public CommandGateway commands() {
        return bean(CommandGateway.class);
    }

    /** The database. */
    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** Waits until the shelf shows a notebook with so many pages. */
    public void awaitPages(UUID notebook, int pages) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bean(Shelf.class).pages()).containsEntry(notebook, pages));
    }

    /** A transaction around several calls. */
    public TransactionOperations transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Notebook.class, CountingPages.class, Shelf.class})
    static class Application {

        @Bean
        EventTypes eventTypes() {
            return TYPES;
        }

        @Bean
        Upcasting pageWasNumber() {
            return new Upcasting("lethe.notebooks.PageWritten.v1", 1, page -> {
                page.set("page", page.remove("number"));
                return page;
            });
        }
    }
}
