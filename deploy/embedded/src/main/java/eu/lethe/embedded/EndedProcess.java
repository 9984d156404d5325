package eu.lethe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Understands that a process which ended stays listed until its parent has asked how it ended: there is nothing left of it. */
public final class EndedProcess {
    private EndedProcess() {}

    /** Whether the process ended and is only listed still. */
    public static boolean is(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The state follows the name, which stands in brackets and may hold anything.
            String rest = line.substring(line.lastIndexOf(')') + 1).strip();
            return rest.startsWith("Z") || rest.startsWith("X");
        } catch (IOException goneOrNotLinux) {
            return !process.isAlive();
        }
    }
}
