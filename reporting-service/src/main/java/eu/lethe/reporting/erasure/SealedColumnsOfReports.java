package eu.lethe.reporting.erasure;

import eu.lethe.platform.erasure.SealedColumn;
import eu.lethe.platform.erasure.SealedColumns;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands where the tables of this service hold what is sealed. */
@Configuration(proxyBeanMethods = false)
public class SealedColumnsOfReports {

    /** Every place. */
    public static final List<SealedColumn> ALL = List.of(
            SealedColumn.withItsRow("contribution_piece", "piece"),
            SealedColumn.withItsRow("contribution_set", "contributions"),
            SealedColumn.withItsCompartment("awaiting_key", "share"));

    @Bean
    SealedColumns sealedColumns(JdbcClient database) {
        return new SealedColumns(database, ALL);
    }
}
