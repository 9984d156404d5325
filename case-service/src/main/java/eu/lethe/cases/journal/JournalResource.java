package eu.lethe.cases.journal;

import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.InclusionProof;
import eu.lethe.platform.journal.JournalHead;
import eu.lethe.platform.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The access journal, for whoever checks that it is whole. */
@RestController
@RequestMapping("/api/cases/access-journal")
class JournalResource {

    private final AccessJournal journal;

    JournalResource(AccessJournal journal) {
        this.journal = journal;
    }

    /** How far it is, and its root. */
    @GetMapping("/head")
    JournalHead head() {
        return journal.head();
    }

    /** Shows that an entry is in it. */
    @GetMapping("/proofs/{index}")
    InclusionProof proof(@PathVariable long index) {
        return journal.proofOf(index).orElseThrow(Problem::notFound);
    }
}
