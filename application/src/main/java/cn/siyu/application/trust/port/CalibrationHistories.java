package cn.siyu.application.trust.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.calibration.PersonHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What calibrations read of relationships and purchases, beside the log of evidence.
public interface CalibrationHistories {
    /// How many relationships have not ended before a moment.
    long relationshipsSince(BrandId brand, Instant since);

    /// People whose number is above `after`, by number; a fixed part of them, spread evenly.
    ///
    /// @param perMille how many of a thousand
    List<CustomerId> people(BrandId brand, long after, int perMille, int atMost);

    /// The relationships of birth customers, on whatever channel, by number.
    Map<CustomerId, List<PersonHistory.Term>> terms(BrandId brand, Collection<CustomerId> births);

    /// The paid orders of birth customers that were not refunded as a whole, by number.
    Map<CustomerId, List<PersonHistory.Purchase>> purchases(BrandId brand, Collection<CustomerId> births);
}
