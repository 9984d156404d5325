package eu.lethe.platform.eventstore;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Understands what comes before a command, whichever it is, and once. It is no interceptor itself, but has one: Axon would find it
 * among the beans and register it a second time.
 */
final class BeforeCommands {

    private final List<BeforeCommand> all;

    BeforeCommands(List<BeforeCommand> all) {
        this.all = List.copyOf(all);
    }

    BeforeCommands on(CommandBus commands) {
        var _ = commands.registerHandlerInterceptor(this::before);
        return this;
    }

    private @Nullable Object before(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        all.forEach(each -> each.before(work.getMessage().getPayload()));
        return chain.proceed();
    }
}
