package eu.lethe.platform.openapi;

import java.util.List;

/** Has items too. */
record LetterResource(List<LetterResource.Item> items) {

    record Item(String address) {}
}
