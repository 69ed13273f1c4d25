package cn.siyu.adapter.wecomsimulator.world;

/// A row that says what customers received: the delivery ledger (送达台账) is these rows in the
/// order in which they happened.
public sealed interface LedgerRow extends Row
        permits WelcomeSent, TaskSent, TransferNotice, ConclusionSent, GroupWelcomed {}
