package eu.lethe.platform.eventstore;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/replay}: where the projections stand, and dropping and replaying one of them. */
@Endpoint(id = "replay")
public final class ReplayEndpoint {

    private final Replay replay;

    ReplayEndpoint(Replay replay) {
        this.replay = replay;
    }

    /** All projections of the service. */
    @ReadOperation
    public Map<String, Replay.Progress> projections() {
        return replay.progress();
    }

    /** Drops and replays one. */
    @WriteOperation
    public Map<String, Replay.Progress> start(@Selector String group) {
        replay.start(group);
        return replay.progress();
    }
}
