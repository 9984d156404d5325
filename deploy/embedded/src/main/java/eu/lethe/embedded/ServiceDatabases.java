package eu.lethe.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Understands which databases and roles the services need, and makes those that are missing. */
final class ServiceDatabases {
    static final List<String> SERVICES = List.of("case", "consent", "retention", "reporting");
    /** The only role that is ever granted DELETE on a content key; retention-service's migrations grant it. */
    static final String KEY_REMOVER = "lethe_key_remover";

    private final Connection superuser;
    private final String password;

    ServiceDatabases(Connection superuser, String password) {
        this.superuser = superuser;
        this.password = password;
    }

    static String role(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("No such service: " + service + "; there are " + SERVICES);
        }
        return "lethe_" + service;
    }

    void createRoles() throws SQLException {
        for (String service : SERVICES) {
            createRole(role(service));
        }
        createRole(KEY_REMOVER);
    }

    /** One database per service, named after its role. */
    void createDatabases() throws SQLException {
        for (String service : SERVICES) {
            createDatabase(role(service), service);
        }
    }

    void createDatabase(String name, String service) throws SQLException {
        if (exists("select 1 from pg_database where datname = ?", name)) {
            return;
        }
        execute("create database %s owner %s".formatted(name, role(service)));
        execute("revoke connect on database %s from public".formatted(name));
        if (service.equals("retention")) {
            execute("grant connect on database %s to %s".formatted(name, KEY_REMOVER));
        }
    }

    private void createRole(String name) throws SQLException {
        String verb = exists("select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
        execute("%s role %s login password '%s'".formatted(verb, name, password.replace("'", "''")));
    }

    private boolean exists(String question, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String ddl) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(ddl);
        }
    }
}
