package cn.siyu.domain.contact;

/// What the platform has counted of its mass messages (群发) so far, in days of the platform's zone. It stays per
/// external identity, whatever identities are merged into one customer.
///
/// @param toCustomer sent to the customer by anybody of the company
/// @param byAccount sent to the customer by this account
public record PlatformUse(DayLedger toCustomer, DayLedger byAccount) {
    /// Nothing sent yet.
    public static final PlatformUse NONE = new PlatformUse(DayLedger.EMPTY, DayLedger.EMPTY);
}
