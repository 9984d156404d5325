package eu.lethe.platform.problem;

import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.platform.eventstore.LostRace;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.KeysUnavailable;
import java.util.Locale;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever a resource throws into a problem detail. Nothing of the request or of an exception's message gets out. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemTexts texts;

    ProblemAdvice(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Object> onProblem(Problem problem, Locale locale) {
        return answer(problem, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onKeyRefused(KeyRefused refused, Locale locale) {
        return answer(
                switch (refused.reason()) {
                    case SUSPENDED -> Problem.of(HttpStatus.LOCKED, "suspended");
                    case DESTROYED -> Problem.of(HttpStatus.GONE, "erased");
                    case UNKNOWN -> Problem.notFound();
                },
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onKeysUnavailable(KeysUnavailable away, Locale locale) {
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "keys-unavailable"), locale);
    }

    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        EventStoreException.class,
        JdbcException.class
    })
    ResponseEntity<Object> onStorageAway(RuntimeException away, Locale locale) {
        // a driver's message may quote the row
        LOG.error("storage failed: {}", away.getClass().getName());
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "storage-unavailable"), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onBodyRefused(BodyRefused refused, Locale locale) {
        return answer(refused.problem(), locale);
    }

    @ExceptionHandler({LostRace.class, ConcurrencyException.class})
    ResponseEntity<Object> onLostRace(RuntimeException lost, Locale locale) {
        return answer(Problem.of(HttpStatus.CONFLICT, "conflict"), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnknownAggregate(AggregateNotFoundException unknown, Locale locale) {
        return answer(Problem.notFound(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onCommandRefused(CommandExecutionException refused, Locale locale) {
        return refused.getCause() instanceof Problem problem ? answer(problem, locale) : onUnexpected(refused, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnexpected(Exception unexpected, Locale locale) {
        LOG.error("unexpected failure: {} at {}", causes(unexpected), origin(unexpected));
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"), locale);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Problem.FieldError(pointer(error), constraint(error)))
                .toList();
        return answer(Problem.invalid(errors), request.getLocale());
    }

    /** Answers are UTF-8: who accepts another alphabet only is told so. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotWritable(
            HttpMessageNotWritableException unwritten, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var asked = accepted != null && accepted.toLowerCase(Locale.ROOT).contains("charset");
        return handleExceptionInternal(unwritten, null, headers, asked ? HttpStatus.NOT_ACCEPTABLE : status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = switch (HttpStatus.valueOf(status.value())) {
            case BAD_REQUEST -> badRequest(refused);
            case NOT_FOUND -> Problem.notFound();
            case METHOD_NOT_ALLOWED -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case NOT_ACCEPTABLE -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            case CONTENT_TOO_LARGE -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large");
            default -> null;
        };
        return problem == null ? onUnexpected(refused, request.getLocale()) : answer(problem, request.getLocale());
    }

    private static Problem badRequest(Exception refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyRefused body) {
                return body.problem();
            }
        }
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException binding) {
                return Problem.invalid(pointer(binding), "invalid");
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request");
    }

    private static String pointer(DatabindException binding) {
        var path = binding.getPath();
        // the name of a member that the schema does not know is the sender's own text
        var known = binding instanceof UnrecognizedPropertyException ? path.subList(0, path.size() - 1) : path;
        return known.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String pointer(FieldError error) {
        return "/" + error.getField().replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String constraint(FieldError error) {
        var constraint = error.getCode();
        return constraint == null
                ? "invalid"
                : switch (constraint) {
                    case "NotNull", "NotBlank", "NotEmpty" -> "required";
                    case "Size" -> "size";
                    case "PastOrPresent" -> "future";
                    default -> "invalid";
                };
    }

    private ResponseEntity<Object> answer(Problem problem, Locale locale) {
        var response = ResponseEntity.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var detail = texts.of(problem, locale);
        if (problem.status().is5xxServerError()) {
            LOG.warn("{} answered as {}", problem.code(), detail.getInstance());
        }
        return response.body(detail);
    }

    private static String causes(Throwable failure) {
        return failure.getCause() == null
                ? failure.getClass().getName()
                : failure.getClass().getName() + " < " + causes(failure.getCause());
    }

    private static String origin(Throwable failure) {
        var trace = failure.getStackTrace();
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }

    @ExceptionHandler
    ResponseEntity<Object> onBrokenSeal(SealBroken broken, Locale locale) {
        LOG.error("sealed value refused: {}", broken.flaw());
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"), locale);
    }
}
