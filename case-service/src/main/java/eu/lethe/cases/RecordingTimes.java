package eu.lethe.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Understands how long recording takes, from the request to the answer: {@code lethe.recorded}. */
@Component
public class RecordingTimes {

    private final MeterRegistry meters;

    RecordingTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Times what succeeds; what is refused is not recorded.
     *
     * @param what {@code person}, {@code file} or {@code contact}
     */
    public <T> T time(String what, Supplier<T> recording) {
        var sample = Timer.start(meters);
        var result = recording.get();
        sample.stop(Timer.builder("lethe.recorded")
                .tag("what", what)
                .publishPercentileHistogram()
                .register(meters));
        return result;
    }
}
