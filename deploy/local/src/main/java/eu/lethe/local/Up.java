package eu.lethe.local;

import eu.lethe.local.demo.DemoData;
import eu.lethe.local.demo.DemoDataNotLoaded;
import eu.lethe.local.identity.DemoAccount;
import eu.lethe.local.stack.LocalStack;
import eu.lethe.local.stack.StackProblem;
import java.io.PrintStream;
import java.util.Map;

/** Understands {@code ./lethe up}, from the first line of progress to the list of accounts. */
final class Up {
    private static final int DONE = 0;

    private final LocalStack stack;
    private final Map<String, String> environment;
    private final PrintStream out;

    Up(LocalStack stack, Map<String, String> environment, PrintStream out) {
        this.stack = stack;
        this.environment = environment;
        this.out = out;
    }

    int carryOut(boolean detach) {
        if (!detach) {
            // Ctrl+C at any moment, the first second included, leaves nothing behind that runs.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.abandon(out::println)));
        }
        out.println("Starting Lethe, its state in " + stack.state().root());
        stack.up(out::println);
        new CertificateAnchor(stack).save(out::println);
        if (!environment.getOrDefault("LETHE_DEMO_DATA", "").equals("none")) {
            loadDemoData();
        }
        printAccounts();
        if (!detach) {
            out.println("Ctrl+C stops everything; the data stay.");
            Foreground.watch(stack, out::println);
        }
        return DONE;
    }

    private void loadDemoData() {
        try {
            new DemoData(
                            stack.addresses().gateway(),
                            stack::token,
                            stack.state().demoDataJournal(),
                            out::println)
                    .load();
        } catch (DemoDataNotLoaded e) {
            throw new StackProblem(String.valueOf(e.getMessage()), e);
        }
    }

    private void printAccounts() {
        out.println();
        out.println("Lethe is ready at " + stack.addresses().gateway());
        out.println();
        out.println("Sign in as one of these, each with the password '%s':".formatted(DemoAccount.PASSWORD));
        for (DemoAccount account : DemoAccount.all()) {
            out.println("  %-20s %-20s %s".formatted(account.account(), account.name(), account.dutyEnglish()));
        }
        out.println();
    }
}
