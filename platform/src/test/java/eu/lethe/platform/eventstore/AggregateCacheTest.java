package eu.lethe.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AggregateCacheTest {

    private final AggregateCache cache = new AggregateCache(2);

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void the_one_not_used_for_longest_goes_first() {
        cache.put("a", 1);
        cache.put("b", 1);
        cache.get("a");

        cache.put("c", 1);

        assertThat(cache.containsKey("a")).isTrue();
        assertThat(cache.containsKey("b")).isFalse();
    }

    @Test
    void a_state_that_is_not_committed_is_not_kept() {
        cache.put("a", 1);
        TransactionSynchronizationManager.initSynchronization();

        cache.put("a", 2);

        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void a_state_that_its_own_unit_of_work_committed_is_kept() {
        TransactionSynchronizationManager.initSynchronization();
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        cache.put("a", 1);

        commit();
        unitOfWork.rollback();

        assertThat(cache.containsKey("a")).isTrue();
    }

    @Test
    void a_state_that_a_longer_transaction_committed_is_read_again() {
        TransactionSynchronizationManager.initSynchronization();
        cache.put("a", 1);

        commit();

        assertThat(cache.containsKey("a")).isFalse();
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
    }
}
