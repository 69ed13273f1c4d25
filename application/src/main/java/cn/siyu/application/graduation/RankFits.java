package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.application.graduation.port.Fits.Ranked;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ValueScale;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists who should graduate or be won back, the best first, as many as operators have room for
/// (适配名单). Who is on the way already isn't among them.
public final class RankFits {
    private final Fits fits;
    private final MeasureValue value;
    private final Rooms rooms;
    private final GraduationPolicies policies;
    private final ResolveSight sights;
    private final Brands brands;
    private final BrandClock clock;

    public RankFits(
            Fits fits,
            MeasureValue value,
            Rooms rooms,
            GraduationPolicies policies,
            ResolveSight sights,
            Brands brands,
            BrandClock clock) {
        this.fits = fits;
        this.value = value;
        this.rooms = rooms;
        this.policies = policies;
        this.sights = sights;
        this.brands = brands;
        this.clock = clock;
    }

    /// Those who fit.
    ///
    /// @param room how many operators have room for
    public record Fitting(List<Ranked> people, int room, ValueScale scale, String policyEdition) {
        public Fitting {
            people = List.copyOf(people);
        }
    }

    /// Lists them, as far as the caller sees them.
    ///
    /// @param atMost no more, whatever the room
    public Fitting answer(Caller caller, Program.Kind kind, int atMost) {
        BrandId brand = caller.brand();
        Instant now = clock.now(brand);
        var policy = policies.inForce(brand, now);
        var scale = value.scale(brand, now);
        int room = rooms.onChannel(
                brand, policy.values().channel(), policy.values().graduate().roomDays(), now);
        int wanted = Math.min(room, atMost);
        var search = search(brand, kind, policy.values(), null, null, sights.of(caller), now);
        return new Fitting(
                wanted == 0 ? List.of() : fits.ranked(brand, search, wanted),
                room,
                scale,
                policy.stamp().toString());
    }

    /// Who is wanted by a policy.
    Fits.Search search(
            BrandId brand,
            Program.Kind kind,
            GraduationPolicy policy,
            @Nullable Expression audience,
            @Nullable ProgramId program,
            Sight sight,
            Instant now) {
        var scale = value.scale(brand, now);
        return new Fits.Search(
                kind,
                FitCustomer.moment(policy, now),
                kind == Program.Kind.GRADUATION ? scale.coreFrom() : scale.winBackFrom(),
                new Fits.Close(
                        policy.graduate().socialAtLeast() * 100,
                        policy.graduate().replies(),
                        policy.graduate().confidenceAtLeast()),
                new Fits.Lost(
                        now.minus(policy.winBack().lostWithin()),
                        policy.winBack().deletionsAtMost()),
                audience,
                new AsOf(now, brands.find(brand).orElseThrow().zone()),
                program,
                sight);
    }
}
