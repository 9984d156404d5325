package eu.lethe.cases.running;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down what case-service asks of its database: which statements, in which order, and where transactions end. */
public final class AskedOfTheDatabase implements BeanPostProcessor {

    /**
     * What was sent.
     *
     * @param sql a statement; empty for the end of a transaction of several
     * @param thread whose
     * @param commits whether a transaction ended with it
     */
    public record Asked(String sql, String thread, boolean commits) {

        /** Whether it is a statement. */
        public boolean isStatement() {
            return !sql.isEmpty();
        }

        /** Whether it was asked while a request was answered. */
        public boolean isOfARequest() {
            return thread.startsWith("tomcat");
        }

        /** Whether it would have been asked as well if nobody had done anything. */
        public boolean comesRoundAnyway() {
            return thread.startsWith("scheduling")
                    || sql.startsWith("SELECT processor_name")
                    || sql.contains("SET owner");
        }
    }

    private final ConcurrentLinkedQueue<Asked> all = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    /** What is asked while something is done, and until everything that follows from it is done. */
    public List<Asked> during(Runnable something, Runnable untilAllIsDone) {
        all.clear();
        listening = true;
        try {
            something.run();
            untilAllIsDone.run();
        } finally {
            listening = false;
        }
        return all.stream().filter(asked -> !asked.comesRoundAnyway()).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Watched(database) : bean;
    }

    private final class Watched extends DelegatingDataSource {

        private Watched(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var begun = new AtomicBoolean();
            return proxy(Connection.class, (_, method, arguments) -> {
                if (method.getName().equals("commit") && begun.getAndSet(false)) {
                    note("", true);
                }
                var result = call(connection, method, arguments);
                return result instanceof PreparedStatement statement && arguments != null
                        ? watched(statement, String.valueOf(arguments[0]), connection, begun)
                        : result;
            });
        }
    }

    private PreparedStatement watched(
            PreparedStatement statement, String sql, Connection connection, AtomicBoolean begun) {
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                var alone = connection.getAutoCommit();
                begun.set(!alone);
                note(sql.replaceAll("\\s+", " ").strip(), alone);
            }
            return call(statement, method, arguments);
        });
    }

    private void note(String sql, boolean commits) {
        if (listening) {
            all.add(new Asked(sql, Thread.currentThread().getName(), commits));
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
