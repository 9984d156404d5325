package eu.lethe.incoming;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Host;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Understands what the server itself refuses, before any filter sees it: it is answered in words, not with a page of the server's. */
public final class RefusedByServer extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final Refusal.Words words;

    private RefusedByServer(Refusal.Words words) {
        this.words = words;
    }

    /** Has the server answer in these words. */
    public static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> in(Refusal.Words words) {
        return new InWords(words);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            words.write(refusal(status), request, response);
            response.finishResponse();
        } catch (IOException gone) {
            // nobody listens any more
        }
    }

    private static Refusal refusal(int status) {
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return Refusal.UNKNOWN;
        }
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        || status == HttpServletResponse.SC_NOT_IMPLEMENTED
                        || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED
                ? Refusal.UNREADABLE
                : Refusal.UNEXPECTED;
    }

    /** Put after Spring Boot's own valve, hence nearer to what failed. */
    private record InWords(Refusal.Words words)
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof Host host) {
                    host.getPipeline().addValve(new RefusedByServer(words));
                }
            });
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
