package eu.lethe.platform.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands the aggregates used most recently, as they were committed. What a transaction changes is kept once it has
 * committed and not before: a state that may be rolled back must not decide anything.
 */
final class AggregateCache implements Cache {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Object> entries;

    AggregateCache(int capacity) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares the method
    public <K, V> @Nullable V get(K key) {
        lock.lock();
        try {
            return (V) entries.get(key);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void put(Object key, Object value) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keep(key, value);
            return;
        }
        remove(key);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // While the unit of work goes on it holds the aggregate's lock. When it ended before its transaction
                // did, another command may have changed the aggregate in between, and the value may be old.
                if (CurrentUnitOfWork.isStarted()) {
                    keep(key, value);
                }
            }
        });
    }

    private void keep(Object key, Object value) {
        lock.lock();
        try {
            entries.put(key, value);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        lock.lock();
        try {
            return entries.putIfAbsent(key, value) == null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(Object key) {
        lock.lock();
        try {
            return entries.remove(key) != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void removeAll() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        lock.lock();
        try {
            return entries.containsKey(key);
        } finally {
            lock.unlock();
        }
    }

    /** Nobody listens to this cache: Axon's sagas would, and Lethe has none. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of aggregates has no listeners");
    }
}
