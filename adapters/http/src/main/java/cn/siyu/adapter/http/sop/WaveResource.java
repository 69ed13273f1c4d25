package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.sop.SopViews;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.contact.BatchState;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A wave: what one step of one version was to send in one minute.
///
/// @param id its id
/// @param sop the SOP
/// @param sopVersion the version
/// @param sopVersionNumber its number in the SOP
/// @param step the position of the step in the definition, from 0
/// @param dueAt the minute in which it fell due
/// @param decided what was decided for the customers whose turn it was
/// @param recipients how many recipients its batches have now, by the state of the batch
/// @param createdAt when its first customer was planned
@Serdeable
@Schema(name = "Wave")
record WaveResource(
        @Schema(example = "wav_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sop,

        @Schema(example = "sov_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sopVersion,

        @Schema(example = "1", minimum = "1") int sopVersionNumber,
        @Schema(example = "1", minimum = "0") int step,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant dueAt,
        Decided decided,
        @ArraySchema(maxItems = 20) List<Recipients> recipients,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt) {

    /// What was decided when the wave was planned. The numbers of the other properties add up to
    /// due; those that were put off are decided again later.
    ///
    /// @param due how many customers' turn it was
    /// @param leftAudience how many had left the audience
    /// @param planned how many get a message
    /// @param deferred how many were put off
    /// @param refused how many were refused
    /// @param expired for how many it was too late
    /// @param control how many are held out
    /// @param byTask for how many a staff member got a task instead
    @Serdeable
    @Schema(name = "WaveDecisions")
    record Decided(
            @Schema(example = "1250", minimum = "0") int due,
            @Schema(example = "4", minimum = "0") int leftAudience,
            @Schema(example = "1040", minimum = "0") int planned,
            @Schema(example = "30", minimum = "0") int deferred,
            @Schema(example = "51", minimum = "0") int refused,
            @Schema(example = "0", minimum = "0") int expired,
            @Schema(example = "125", minimum = "0") int control,
            @Schema(example = "0", minimum = "0") int byTask) {

        private static Decided of(Waves.Counts counts) {
            return new Decided(
                    counts.due(),
                    counts.left(),
                    counts.planned(),
                    counts.deferred(),
                    counts.refused(),
                    counts.expired(),
                    counts.control(),
                    counts.byTask());
        }
    }

    /// How many recipients stand in one state.
    ///
    /// @param state the state of their batches
    /// @param count how many
    @Serdeable
    @Schema(name = "WaveRecipients")
    record Recipients(
            BatchState state,
            @Schema(example = "1040", minimum = "0") int count) {

        private static Recipients of(Map.Entry<String, Integer> entry) {
            return new Recipients(BatchState.valueOf(entry.getKey()), entry.getValue());
        }
    }

    static WaveResource of(SopViews.OfWave view) {
        var wave = view.counted().wave();
        return new WaveResource(
                IdType.WAVE.format(wave.publicId()),
                IdType.SOP.format(view.of().sop()),
                IdType.SOP_VERSION.format(view.of().version()),
                view.of().number(),
                wave.key().step(),
                wave.key().dueAt(),
                Decided.of(view.counted().counts()),
                view.counted().recipients().entrySet().stream()
                        .map(Recipients::of)
                        .sorted(Comparator.comparing(Recipients::state))
                        .toList(),
                wave.createdAt());
    }
}
