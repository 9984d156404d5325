package eu.lethe.platform.once;

import eu.lethe.platform.problem.Problem;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands that what is sent twice under one key is recorded once, and answered twice alike: also when both arrive at the
 * same time, or the service was started anew in between. The key is taken in the transaction that records, so that what was
 * refused leaves it free.
 */
public final class SentOnce {

    static final ScopedValue<Claim> CLAIM = ScopedValue.newInstance();

    private final SentKeys keys;
    private final JsonMapper json;

    SentOnce(SentKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Records, unless that was done under this key before; then answers as it was answered then.
     *
     * @param body what is sent, whole: something else under the same key is refused (422)
     * @param answers of this kind
     * @param recording says the answer to the claim, then gives the one command that records; what may be refused the second time
     *     because of the first is looked at here, and not before
     */
    public <A> A record(SendingKey sending, Object body, Class<A> answers, Function<Claim, A> recording) {
        if (!sending.isGiven()) {
            return recording.apply(new Claim("", "", json));
        }
        var claim = new Claim(sending.digest(), sending.digestOf(json.writeValueAsBytes(body)), json);
        var before = keys.find(claim.key());
        if (before.isPresent()) {
            return again(before.get(), claim, answers);
        }
        try {
            return ScopedValue.where(CLAIM, claim).call(() -> recording.apply(claim));
        } catch (AlreadySent sent) {
            return again(sent.before(), claim, answers);
        }
    }

    private <A> A again(SentBefore before, Claim claim, Class<A> answers) {
        if (!claim.isOf(before.body())) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "key-used");
        }
        return json.readValue(before.answer(), answers);
    }
}
