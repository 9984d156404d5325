package eu.lethe.local;

import eu.lethe.local.stack.LocalStack;
import eu.lethe.local.stack.StackProblem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands one call of {@code ./lethe}: what was asked, and with which exit code it ends. */
public final class Lethe {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path repository;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Lethe(Path repository, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.repository = repository;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Called by the script {@code lethe}, which names the repository in the property {@code lethe.repository}. */
    public static void main(String[] words) {
        Path repository = Path.of(System.getProperty("lethe.repository", ""));
        int exitCode = new Lethe(repository, System.getenv(), System.out, System.err).run(List.of(words));
        System.exit(exitCode);
    }

    int run(List<String> words) {
        try {
            return carryOut(Command.parse(words));
        } catch (Command.NotUnderstood e) {
            err.println("%s. ./lethe help lists the commands.".formatted(e.getMessage()));
            return MISUSED;
        } catch (StackProblem e) {
            err.println(e.getMessage());
            explain(e);
            return FAILED;
        } catch (RuntimeException e) {
            // A person is no better for a stack trace; who mends Lethe asks for one.
            err.println(
                    "Lethe met a fault of its own (%s): run the command again with LETHE_DEBUG=1 and report what it prints."
                            .formatted(e));
            explain(e);
            return FAILED;
        }
    }

    private void explain(RuntimeException e) {
        if (environment.containsKey("LETHE_DEBUG")) {
            e.printStackTrace(err);
        }
    }

    private int carryOut(Command command) {
        return switch (command) {
            case Command.Up up -> new Up(stack(), environment, out).carryOut(up.detach());
            case Command.Down ignored -> {
                stack().down(out::println);
                yield DONE;
            }
            case Command.Reset reset -> new Reset(stack(), out).carryOut(reset.confirmed()) ? DONE : FAILED;
            case Command.BackUp backUp -> {
                stack().backUp(backUp.directory(), out::println);
                yield DONE;
            }
            case Command.Restore restore -> new PuttingBack(stack(), out).carryOut(restore) ? DONE : FAILED;
            case Command.Status status -> {
                var now = stack().status();
                out.println(status.json() ? now.asJson() : now.asText());
                yield now.isReady() ? DONE : FAILED;
            }
            case Command.Logs logs -> new Logs(stack().state()).show(logs.component(), logs.follow(), out);
            case Command.Token token -> {
                out.println(stack().token(token.name()));
                yield DONE;
            }
            case Command.Clock clock -> {
                out.println("The business clock says %s, everywhere.".formatted(stack().moveClock(clock.amount())));
                yield DONE;
            }
            case Command.Verify verify ->
                new Verification(anchorOr(verify.anchor()), out, err).holds(verify) ? DONE : FAILED;
            case Command.Witness witness ->
                new Countersigning(anchorOr(witness.anchor()), out, err).isDone(witness) ? DONE : FAILED;
            case Command.Help ignored -> {
                out.print(HELP);
                yield DONE;
            }
        };
    }

    private AnchorFile anchorOr(Optional<Path> named) {
        return new AnchorFile(named, stack().state().anchor());
    }

    private LocalStack stack() {
        return LocalStack.from(repository, environment);
    }

    private static final String HELP = """
            ./lethe up [--detach]     start everything; with --detach, return when all is ready
            ./lethe down              stop everything and keep all data
            ./lethe reset [--yes]     stop everything and forget all data
            ./lethe backup DIR        copy databases and messages, without the keys; what runs stands still for a moment
            ./lethe restore DIR [--yes]
                                      stop everything and put such a copy in their place; what was there is kept aside
            ./lethe status [--json]   tell how each part is; exit code 0 only when all is ready
            ./lethe logs [SERVICE] [--follow]
            ./lethe token NAME        print a bearer token of a demo account or program
            ./lethe clock +P2Y1D      move the business clock forward (ISO 8601)
            ./lethe verify FILE [--anchor FILE] [--head FILE [--growth FILE] [--witness FILE]]
                                      check a certificate of erasure, by default against the key that up saved; with a head of
                                      the list that was kept on another day, that the list was not cut or rewritten since; with
                                      a witness's public key, that the witness countersigned that head
            ./lethe witness HEAD --log FILE --key FILE [--growth FILE] [--anchor FILE]
                                      countersign a head that follows from the last one countersigned, as a witness
            ./lethe test [--nightly] [--resume]
                                      install what the tests need and run them all; --nightly adds what takes a night,
                                      --resume leaves out the modules that passed the last time
            ./lethe bench search [PERSONS [SEED]]
                                      measure how fast and how surely a name half remembered is found
            ./lethe bench saving|import|cost|screens
                                      measure a running stack: saving a contact, importing files, what a contact costs all
                                      of it, keys and pages

            The state lies in .lethe, or where LETHE_STATE points. LETHE_PORT_GATEWAY, _CASE, _CONSENT, _RETENTION,
            _REPORTING, _IDENTITY, _POSTGRES and _KAFKA choose other ports. LETHE_DEMO_DATA=none starts empty.
            """;
}
