package eu.lethe.local;

import java.io.Console;
import java.util.Optional;

/** Understands that whoever sits at a terminal is asked before something is lost; a script has nobody to ask. */
final class Agreement {
    private Agreement() {}

    static boolean to(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s [y/N] ", question))
                .map(answer -> answer.strip().equalsIgnoreCase("y"))
                .orElse(true);
    }
}
