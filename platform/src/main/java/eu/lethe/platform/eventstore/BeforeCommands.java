package eu.lethe.platform.eventstore;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Understands what comes before a command, whichever it is. */
final class BeforeCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final List<BeforeCommand> all;

    BeforeCommands(List<BeforeCommand> all) {
        this.all = List.copyOf(all);
    }

    BeforeCommands on(CommandBus commands) {
        var _ = commands.registerHandlerInterceptor(this);
        return this;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        all.forEach(each -> each.before(work.getMessage().getPayload()));
        return chain.proceed();
    }
}
