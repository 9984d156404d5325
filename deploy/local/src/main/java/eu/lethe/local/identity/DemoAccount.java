package eu.lethe.local.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands who works at the demo agency: one account per role, all fictitious, all with the same printed password.
 *
 * @param account the name typed at sign-in
 * @param id stands for the person in tokens, events and the journal; fixed, so that data outlives a reset of the provider
 * @param unit code of the unit the person works in; absent for who works for the whole agency
 */
public record DemoAccount(
        String account,
        UUID id,
        String name,
        String role,
        @Nullable String unit,
        String dutyFrench,
        String dutyEnglish) {

    /** The password of every demo account. */
    public static final String PASSWORD = "lethe";

    private static final List<DemoAccount> ALL = List.of(
            account(
                    1,
                    "worker",
                    "Claire Morel",
                    "worker",
                    "centre",
                    "Assistante sociale, Centre",
                    "Social worker, Centre"),
            account(
                    2,
                    "worker-north",
                    "Yanis Belkacem",
                    "worker",
                    "north",
                    "Assistant social, Nord",
                    "Social worker, North"),
            account(
                    3,
                    "worker-south",
                    "Solène Kerguelen",
                    "worker",
                    "south",
                    "Assistante sociale, Sud",
                    "Social worker, South"),
            account(
                    4,
                    "lead",
                    "Hélène Duval",
                    "lead",
                    "centre",
                    "Responsable de circonscription, Centre",
                    "Unit lead, Centre"),
            account(
                    5,
                    "dpo",
                    "Marc Lefèvre",
                    "dpo",
                    null,
                    "Délégué à la protection des données",
                    "Data-protection officer"),
            account(
                    6,
                    "retention-admin",
                    "Nadia Ferrand",
                    "retention-admin",
                    null,
                    "Administratrice de la conservation",
                    "Retention administrator"),
            account(
                    7,
                    "retention-approver",
                    "Paul Tessier",
                    "retention-admin",
                    null,
                    "Approbateur des effacements",
                    "Approves erasures"),
            account(
                    8,
                    "statistician",
                    "Inès Cordier",
                    "statistician",
                    null,
                    "Chargée d’études statistiques",
                    "Statistician"),
            account(9, "auditor", "Jeanne Rivoal", "auditor", null, "Contrôleuse", "Inspector"));

    /** Every demo account, in the order in which the sign-in page lists them. */
    public static List<DemoAccount> all() {
        return ALL;
    }

    /** The account with this sign-in name, if there is one. */
    public static Optional<DemoAccount> named(String account) {
        return ALL.stream().filter(it -> it.account.equals(account)).findFirst();
    }

    static Optional<DemoAccount> withId(String id) {
        return ALL.stream().filter(it -> it.id.toString().equals(id)).findFirst();
    }

    private static DemoAccount account(
            int number,
            String account,
            String name,
            String role,
            @Nullable String unit,
            String french,
            String english) {
        var id = new UUID(0x1e7e_0000_0000_4000L, 0x8000_0000_0000_0000L + number);
        return new DemoAccount(account, id, name, role, unit, french, english);
    }
}
