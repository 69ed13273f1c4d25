package cn.siyu.application.sop;

import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What readers get to see of SOPs: rows with the names of what they refer to.
public final class SopViews {
    private SopViews() {}

    /// An SOP.
    ///
    /// @param activeVersion the number of the version that new customers are put in; null before
    ///     the first
    public record OfSop(Sop sop, @Nullable Integer activeVersion) {}

    /// A version.
    ///
    /// @param definition as maps, lists and plain values, in the reader's form of ids
    public record OfVersion(SopVersion version, OfSop sop, Map<String, Object> definition) {}

    /// Which version of which SOP.
    ///
    /// @param number of the version in its SOP
    public record Which(PublicId sop, PublicId version, int number) {}

    /// An enrolment.
    ///
    /// @param relationship the one it is about; null: at each step the live one with the highest
    ///     trust
    public record OfEnrolment(
            Enrolment enrolment,
            Which in,
            PublicId customer,
            @Nullable PublicId relationship) {}

    /// A wave.
    public record OfWave(Waves.Counted counted, Which of) {}
}
