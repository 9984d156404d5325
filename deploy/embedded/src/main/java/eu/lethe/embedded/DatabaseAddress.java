package eu.lethe.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Understands how to reach one database as one role. */
public record DatabaseAddress(String url, String username, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** The same database as another role with the same password, as the key remover has. */
    public DatabaseAddress as(String role) {
        return new DatabaseAddress(url, role, password);
    }
}
