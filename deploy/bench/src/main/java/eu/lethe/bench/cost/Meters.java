package eu.lethe.bench.cost;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Understands one way to look at a running stack from outside: numbers that only grow. */
@FunctionalInterface
interface Meters {

    /** As they are now. */
    Map<Meter, Double> read() throws IOException, SQLException, InterruptedException;
}
