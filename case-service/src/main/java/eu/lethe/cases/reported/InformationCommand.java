package eu.lethe.cases.reported;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a piece of information that a third party reported. In order of life. */
public sealed interface InformationCommand {

    /**
     * A worker writes down what somebody reported.
     *
     * @param sourceId of the reserve, born with its keys; nobody is ever registered under it
     * @param unit the file's
     */
    record ReceiveInformation(
            @TargetAggregateIdentifier UUID informationId,
            UUID fileId,
            UUID personId,
            UUID sourceId,
            String unit,
            LocalDate receivedOn,
            Clear<Reported> said,
            Clear<InformationSource> source,
            UUID author)
            implements InformationCommand {}

    /** The person was told (GDPR 14). */
    record GiveNotice(@TargetAggregateIdentifier UUID informationId, LocalDate on, UUID author)
            implements InformationCommand {}

    /** The person is not told, for a reason that the law knows. */
    record ExceptFromNotice(
            @TargetAggregateIdentifier UUID informationId, String reason, Clear<String> reasonText, UUID author)
            implements InformationCommand {}

    /** A worker looked at it again, and it is kept. */
    record KeepInformation(
            @TargetAggregateIdentifier UUID informationId,
            @Nullable Clear<String> reasonText,
            UUID author) implements InformationCommand {}

    /** A worker looked at it again, and it proved unfounded. */
    record DismissInformation(
            @TargetAggregateIdentifier UUID informationId,
            @Nullable Clear<String> reasonText,
            UUID author) implements InformationCommand {}

    /**
     * A merge is settled: what was in the duplicate's file, whatever became of that file, belongs into the kept one. Asking
     * twice moves it once.
     *
     * @param unit the kept file's
     * @param author who merged
     */
    @ByItself
    record MoveInformation(
            @TargetAggregateIdentifier UUID informationId, UUID fileId, UUID personId, String unit, UUID author)
            implements InformationCommand {}

    /** The keys of the source were removed. */
    record EraseInformation(@TargetAggregateIdentifier UUID informationId, UUID erasureId, LocalDate erasedOn)
            implements InformationCommand {}
}
