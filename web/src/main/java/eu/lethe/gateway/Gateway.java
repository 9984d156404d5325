package eu.lethe.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway, the only part of Lethe that browsers and scripts talk to. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Gateway {

    /** Starts the gateway; it needs neither the identity provider nor the services to be up. */
    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }
}
