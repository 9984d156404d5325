package eu.lethe.contracts.certificate;

import eu.lethe.contracts.events.EventJson;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Understands JSON that is read in one way only: a name that stands twice in an object is refused, since readers differ on it. */
final class StrictJson {

    static final JsonMapper MAPPER = EventJson.customize(
                    JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION))
            .build();

    private StrictJson() {}
}
