package cn.siyu.domain.contact;

/// What the platform has counted of its mass messages (群发) so far, each in the current period of
/// its rule. It stays per external identity, whatever identities are merged into one customer.
///
/// @param toCustomer received by the customer from anybody of the company, in the period of
///     `perCustomer`
/// @param byAccount received by the customer from this account, in the period of
///     `perAccountAndCustomer`
public record PlatformUse(int toCustomer, int byAccount) {
    /// Nothing sent yet.
    public static final PlatformUse NONE = new PlatformUse(0, 0);

    public PlatformUse {
        if (toCustomer < 0 || byAccount < 0) {
            throw new IllegalArgumentException("0 or more are sent, was " + toCustomer + ", " + byAccount);
        }
    }
}
