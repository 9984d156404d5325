package eu.lethe.cases.access;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.platform.eventstore.BeforeCommand;
import java.util.List;
import org.springframework.stereotype.Component;

/** Understands which commands are looked at before they are handled: those that somebody gives, not those that follow. */
@Component
class WatchedCommands implements BeforeCommand {

    private final List<CommandWatch> watches;

    WatchedCommands(List<CommandWatch> watches) {
        this.watches = List.copyOf(watches);
    }

    @Override
    public void before(Object command) {
        if (command instanceof Record given && !given.getClass().isAnnotationPresent(ByItself.class)) {
            NamedIds.actor(given).ifPresent(actor -> {
                var named = NamedIds.in(given);
                watches.forEach(watch -> watch.look(given, actor, named));
            });
        }
    }
}
