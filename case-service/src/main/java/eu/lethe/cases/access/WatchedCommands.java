package eu.lethe.cases.access;

import eu.lethe.cases.commands.ByItself;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Understands which commands are looked at before they are handled: those that somebody gives, not those that follow. */
@Component
class WatchedCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final List<CommandWatch> watches;

    WatchedCommands(List<CommandWatch> watches) {
        this.watches = List.copyOf(watches);
    }

    @Autowired
    void watch(CommandBus commands) {
        var _ = commands.registerHandlerInterceptor(this);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (work.getMessage().getPayload() instanceof Record command
                && !command.getClass().isAnnotationPresent(ByItself.class)) {
            NamedIds.actor(command).ifPresent(actor -> {
                var named = NamedIds.in(command);
                watches.forEach(watch -> watch.look(command, actor, named));
            });
        }
        return chain.proceed();
    }
}
