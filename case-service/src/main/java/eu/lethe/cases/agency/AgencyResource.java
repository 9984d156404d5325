package eu.lethe.cases.agency;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a screen needs to know before it shows a person: who reads, which day it is, which units and codes there are. */
@RestController
@RequestMapping("/api/cases")
class AgencyResource {

    /**
     * Who is signed in.
     *
     * @param today the agency's day
     */
    record Me(
            String id,
            String name,
            List<String> roles,
            @Nullable String unit,
            LocalDate today) {}

    /** A list. */
    record Items<T>(List<T> items) {}

    /**
     * A unit of the agency.
     *
     * @param paper whether it opens no files
     */
    record UnitView(String code, String label, boolean paper) {}

    /**
     * What a contact may be coded with.
     *
     * @param version of the nomenclature: another one means that there are other codes
     */
    record Codes(String version, List<CodeView> items) {}

    /**
     * A problem or an intervention.
     *
     * @param compartment {@code coding} or {@code health}
     * @param synonyms other words by which it is looked for, in whatever language the agency wrote them
     */
    record CodeView(
            String code,
            Nomenclature.Kind kind,
            String area,
            String areaLabel,
            String label,
            Compartment compartment,
            List<String> synonyms) {}

    /** A member of staff. */
    record StaffView(
            UUID id,
            String name,
            List<String> roles,
            @Nullable String unit) {}

    private final Units units;
    private final Nomenclature nomenclature;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    AgencyResource(Units units, Nomenclature nomenclature, StaffDirectory staff, BusinessClock clock) {
        this.staff = staff;
        this.units = units;
        this.nomenclature = nomenclature;
        this.clock = clock;
    }

    /** Who is signed in. */
    @GetMapping("/me")
    Me me(Caller caller) {
        return new Me(
                caller.subject(),
                caller.name(),
                caller.roles().stream().map(Role::code).sorted().toList(),
                caller.unit(),
                clock.today());
    }

    /** The units of the agency. */
    @GetMapping("/units")
    Items<UnitView> units(Locale locale) {
        return new Items<>(units.all().stream()
                .map(unit -> new UnitView(unit.code(), unit.label().in(locale), unit.paper()))
                .toList());
    }

    /**
     * Who works in a unit: in the caller's own, or in any for a lead, who transfers files, and the protection officer.
     *
     * @param everywhere whether in all units and in none, for a lead, who keeps a relative out wherever they work
     */
    @GetMapping("/staff")
    Items<StaffView> staff(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Caller caller) {
        var asked = unit == null ? caller.unit() : unit;
        var wanted = everywhere ? null : asked;
        if (!caller.is(Role.LEAD) && !caller.is(Role.DPO)) {
            caller.requireAssignedTo(wanted == null ? "" : wanted);
        }
        return new Items<>(staff.of(wanted).stream()
                .map(member -> new StaffView(
                        member.id(),
                        member.name(),
                        member.roles().stream().map(Role::code).sorted().toList(),
                        member.unit()))
                .toList());
    }

    /** What a contact may be coded with. */
    @GetMapping("/nomenclature")
    Codes nomenclature(Locale locale) {
        return new Codes(
                nomenclature.version(),
                nomenclature.entries().stream()
                        .map(entry -> new CodeView(
                                entry.code(),
                                entry.kind(),
                                entry.area(),
                                areaLabel(entry, locale),
                                entry.label().in(locale),
                                entry.compartment(),
                                entry.synonyms()))
                        .toList());
    }

    private String areaLabel(Nomenclature.Entry entry, Locale locale) {
        return nomenclature.areas().stream()
                .filter(area -> area.kind() == entry.kind() && area.code().equals(entry.area()))
                .findFirst()
                .map(area -> area.label().in(locale))
                .orElse(entry.area());
    }
}
