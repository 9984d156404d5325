package eu.lethe.retention.keys;

/** Understands that database, topic and head were compared and agree: what the ledger says was removed is removed here. */
public record LedgerReconciled() {}
