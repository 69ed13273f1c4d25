package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the consent ledger (同意记录); it is only added to. The latest entry of a purpose
/// holds.
///
/// @param purpose what for, for example `MARKETING` or `PROFILING`
/// @param granted true: given; false: withdrawn
/// @param textVersion which wording the customer saw
/// @param evidence where it can be looked up
public record ConsentRecord(
        long id,
        PublicId publicId,
        CustomerId customer,
        String purpose,
        boolean granted,
        @Nullable String textVersion,
        @Nullable String evidence,
        Instant at) {}
