package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ValueScale;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of customers decides whether they stay, graduate or are won back, asked of the whole
/// customer base at once.
public interface Fits {
    /// Where percentiles of the customers lie who bought something since a moment: the least net
    /// amount that so large a share of them doesn't exceed. Empty amounts are 0.
    ///
    /// @param shares each 0 to 1
    Percentiles percentiles(BrandId brand, Instant since, List<Double> shares);

    /// The scale that was measured last.
    Optional<ValueScale> scale(BrandId brand);

    /// Keeps a scale in place of the last one.
    void keep(BrandId brand, ValueScale scale);

    /// The facts of people; who isn't there is missing.
    Map<CustomerId, FitFacts> of(BrandId brand, Collection<CustomerId> people, Moment moment);

    /// Who fits, the best first: by value × social trust, a lost customer by value, then by number.
    List<Ranked> ranked(BrandId brand, Search search, int atMost);

    /// Percentiles, in the order they were asked for.
    ///
    /// @param buyers how many customers bought something
    record Percentiles(long buyers, List<Long> amounts) {
        public Percentiles {
            amounts = List.copyOf(amounts);
        }
    }

    /// From when on what counts.
    ///
    /// @param channel the code of the channel that one graduates to
    record Moment(Instant valueSince, Instant repliesSince, Instant complaintsSince, String channel) {}

    /// Who is wanted.
    ///
    /// @param valueFrom worth so much at least
    /// @param close graduates only: what is close and known enough
    /// @param lost the lost only: since when, and how often deleted at most
    /// @param audience of those; null: all
    /// @param program who is not in it yet, nor in another that has not ended, whatever came of it
    ///     there, nor invited by one that has and may still come; null: whoever is so in none
    record Search(
            Program.Kind kind,
            Moment moment,
            long valueFrom,
            Close close,
            Lost lost,
            @Nullable Expression audience,
            AsOf asOf,
            @Nullable ProgramId program,
            Sight sight) {}

    /// Close and known enough.
    ///
    /// @param social 0 to 100; or else so many replies
    record Close(double social, int replies, double confidence) {}

    /// Lost lately enough.
    record Lost(Instant since, int deletionsAtMost) {}

    /// Somebody who fits.
    ///
    /// @param publicId what draws the arm
    record Ranked(CustomerId customer, PublicId publicId, FitFacts facts) {}
}
