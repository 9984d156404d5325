package eu.lethe.cases.copy;

/**
 * Understands what a copy says of itself before it says anything of the person: when it was made, which part of it this is and
 * how much is masked.
 */
final class CopyHead {

    /** As much of the name of a division as people compare. */
    private static final int LEGIBLE = 8;

    private final CopySheet sheet;

    CopyHead(CopySheet sheet) {
        this.sheet = sheet;
    }

    void write(PersonalCopy copy) {
        sheet.page().lead(sheet.word("lead")).paragraph(sheet.word("made").formatted(sheet.day(copy.madeOn())));
        part(copy);
        reread(copy);
    }

    /** That there are others, and what they hold. */
    private void part(PersonalCopy copy) {
        var part = copy.part();
        if (part == null) {
            return;
        }
        sheet.page()
                .paragraph(sheet.word("part")
                        .formatted(part.number(), part.of(), sheet.day(part.from()), sheet.day(part.to())))
                .paragraph(sheet.word("part.together").formatted(part.division().substring(0, LEGIBLE)))
                .paragraph(sheet.word(part.number() == 1 ? "part.first" : "part.later")
                        .formatted(part.of()));
    }

    /** How much is masked, as it is. */
    private void reread(PersonalCopy copy) {
        var reread = copy.rereading();
        if (reread == null) {
            return;
        }
        var by = reread.by() == null ? sheet.word("unnamed") : reread.by();
        var much = switch (reread.masks()) {
            case 0 -> sheet.word("reread.none");
            case 1 -> sheet.word("reread.one");
            default -> sheet.word("reread.many").formatted(reread.masks());
        };
        sheet.page().paragraph(sheet.word("reread").formatted(sheet.day(reread.on()), by, much));
        if (!reread.reasons().isEmpty()) {
            sheet.page()
                    .list(reread.reasons().stream()
                            .map(reason -> sheet.word("ground." + reason))
                            .toList());
        }
    }
}
