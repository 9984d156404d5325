package eu.lethe.cases.merge;

import eu.lethe.cases.access.NamedIds;
import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.cases.person.Duplicates;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Understands that nothing new is said of a record that is read through another one: no file is opened for it, nobody is
 * excluded from it, no contact mentions it. It looks at every command, so that no address needs to remember.
 */
@Component
class DuplicatesTakeNoCommand implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Duplicates duplicates;

    DuplicatesTakeNoCommand(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Autowired
    void watch(CommandBus commands) {
        var _ = commands.registerHandlerInterceptor(this);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (work.getMessage().getPayload() instanceof Record command
                && NamedIds.actor(command).isPresent()
                && !command.getClass().isAnnotationPresent(ByItself.class)
                && !command.getClass().isAnnotationPresent(TakenByDuplicates.class)) {
            duplicates.requireNoneAmong(NamedIds.in(command).persons());
        }
        return chain.proceed();
    }
}
