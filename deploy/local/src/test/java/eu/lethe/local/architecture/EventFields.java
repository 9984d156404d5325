package eu.lethe.local.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Understands which fields an event may have. A text may only be one of the organisational codes
 * and hashes named here. */
final class EventFields {

    private static final Set<String> TYPES = Set.of(
            UUID.class.getName(),
            Instant.class.getName(),
            LocalDate.class.getName(),
            Integer.class.getName(),
            "int",
            "long",
            "boolean",
            "eu.lethe.contracts.sealing.Sealed",
            "eu.lethe.contracts.sealing.Compartment",
            "eu.lethe.contracts.sealing.KeyId");

    private static final Set<String> ORGANISATIONAL_CODES = Set.of(
            "unit",
            "leavingUnit",
            "rule",
            "purpose",
            "recipient",
            "reason",
            "outcome",
            "cause",
            "phase",
            "stop",
            "by",
            "role");

    /** Of the access journal: a salted hash tells nothing of what it was made from, nor does a signature over such. */
    private static final Set<String> HASHES = Set.of("leaf", "root", "signature");

    private EventFields() {}

    static ArchCondition<JavaClass> holdNothingInClear() {
        return new ArchCondition<>("hold ids, times, organisational codes and sealed values only") {
            @Override
            public void check(JavaClass event, ConditionEvents outcome) {
                event.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !isPermitted(field))
                        .forEach(field -> outcome.add(
                                SimpleConditionEvent.violated(field, field.getFullName() + " may hold clear data")));
            }
        };
    }

    private static boolean isPermitted(JavaField field) {
        var type = field.getType();
        if (field.getRawType().isEquivalentTo(List.class)) {
            return type.getAllInvolvedRawTypes().stream()
                    .filter(involved -> !involved.isEquivalentTo(List.class))
                    .allMatch(element -> TYPES.contains(element.getName()) || isPartOfAnEvent(element));
        }
        return TYPES.contains(field.getRawType().getName())
                || (field.getRawType().isEquivalentTo(String.class) && isCodeOrHash(field.getName()));
    }

    private static boolean isCodeOrHash(String name) {
        return ORGANISATIONAL_CODES.contains(name) || HASHES.contains(name);
    }

    private static boolean isPartOfAnEvent(JavaClass element) {
        return element.isRecord()
                && element.getEnclosingClass()
                        .filter(owner -> owner.isAssignableTo("eu.lethe.contracts.events.DomainEvent"))
                        .isPresent();
    }
}
