package cn.siyu.domain.continuity.pool;

/// Why nobody serves a customer.
public enum PoolReason {
    /// Its last relationship ended: deleted by the customer (掉粉) or by the staff member.
    LOST,
    /// Its accounts were closed or blocked by the platform (封号), or whoever holds them has left.
    ACCOUNT_LOST,
    /// Whoever served it has left, and its inheritance was refused or found nobody with room
    /// (继承未成).
    NOT_TAKEN_OVER,
    /// It has a contact who has not written to it for long (长期未跟进).
    UNATTENDED
}
