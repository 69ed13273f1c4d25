package cn.siyu.domain.customer;

import java.time.Instant;

/// A customer's wish not to be contacted at a touchpoint (退订).
///
/// @param touchpoint the touchpoint's code, or `ALL`
/// @param source who recorded it: `CUSTOMER`, `STAFF`, `API`
public record OptOut(CustomerId customer, String touchpoint, String source, Instant since) {
    /// Every touchpoint.
    public static final String ALL = "ALL";
}
