package eu.lethe.platform.notebook;

import eu.lethe.platform.notebook.NotebookEvent.NotebookOpened;
import eu.lethe.platform.notebook.NotebookEvent.PageWritten;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands which notebooks there are and how thick they are, as far as can be read. */
@ProcessingGroup("shelf")
public class Shelf {

    private final JdbcClient database;

    Shelf(JdbcClient database) {
        this.database = database;
        database.sql("create table if not exists shelf (notebook_id uuid primary key, pages int not null)")
                .update();
    }

    @EventHandler
    void on(NotebookOpened event) {
        put(event.notebookId(), 0);
    }

    @EventHandler
    void on(PageWritten event) {
        put(event.notebookId(), event.page());
    }

    @ResetHandler
    void drop() {
        database.sql("truncate shelf").update();
    }

    private void put(UUID notebookId, int pages) {
        database.sql("""
                insert into shelf values (?, ?) on conflict (notebook_id) do update set pages = excluded.pages""").param(notebookId).param(pages).update();
    }

    /** The pages of each notebook. */
    public Map<UUID, Integer> pages() {
        return database
                .sql("select notebook_id, pages from shelf")
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
