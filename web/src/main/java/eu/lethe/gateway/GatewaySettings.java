package eu.lethe.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Understands where the gateway is reached and where the services are.
 *
 * @param url the address that browsers use, without a trailing slash
 * @param services address of each service by the first segment after /api
 * @param bodyLimit what a request body may weigh at most
 * @param documentLimit what a document laid with a contact may weigh at most
 * @param bodyTime how long a body may take to come in
 * @param uploads how many bodies may be on their way at a time
 * @param uploadsPerCaller how many of them may be of one caller
 */
@ConfigurationProperties("lethe.gateway")
record GatewaySettings(
        URI url,
        Map<String, URI> services,
        DataSize bodyLimit,
        DataSize documentLimit,
        Duration bodyTime,
        int uploads,
        int uploadsPerCaller) {}
