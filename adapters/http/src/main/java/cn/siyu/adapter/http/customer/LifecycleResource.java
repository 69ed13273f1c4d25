package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.ExplainLifecycle.Explained;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.customer.lifecycle.StageTransition;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a customer stands, and how it came there.
///
/// @param customer who
/// @param stage the stage of now
/// @param dormantSinceAt since when the customer is silent beyond what is usual; null if not
///     dormant
/// @param lost whether no live relationship is left
/// @param changesAt when this changes by itself if nothing happens: a return window passes, silence
///     becomes dormancy; null if it doesn't
/// @param history every change of stage with the fact that moved it, the oldest first
/// @param ended relationships that ended, with who ended them; those only that the key sees
@Serdeable
@Schema(name = "CustomerLifecycle", description = "Where a customer stands, and how it came there (生命周期)")
record LifecycleResource(
        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        Stage stage,

        @Nullable @Schema(example = "2026-02-20T08:00:00.000Z")
        Instant dormantSinceAt,

        @Schema(example = "false") boolean lost,

        @Nullable @Schema(example = "2026-06-01T08:00:00.000Z")
        Instant changesAt,

        @ArraySchema(maxItems = 10000) List<Move> history,
        @ArraySchema(maxItems = 1000) List<Ended> ended) {
    /// A change of stage.
    ///
    /// @param from null for the first
    /// @param to the new stage
    /// @param fact what moved it: a kind of fact, or what passed (`RETURN_WINDOW_PASSED`,
    ///     `WENT_DORMANT`)
    /// @param at when
    @Serdeable
    @Schema(name = "StageMove", description = "A change of stage with the fact that moved it")
    record Move(
            @Nullable Stage from,
            Stage to,
            @Schema(example = "ORDER_PAID", maxLength = 60) String fact,
            @Schema(example = "2026-02-20T08:00:00.000Z") Instant at) {
        static Move of(StageTransition move) {
            return new Move(move.from(), move.to(), move.cause(), move.at());
        }
    }

    /// A relationship that ended.
    ///
    /// @param relationship which one
    /// @param by who ended it: the customer (掉粉) or the staff member, or a ban of the account
    /// @param at when
    @Serdeable
    @Schema(name = "EndedRelationship", description = "A relationship that ended, and who ended it")
    record Ended(
            @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String relationship,

            Relationship.By by,
            @Schema(example = "2026-02-20T08:00:00.000Z") Instant at) {
        static Stream<Ended> of(Relationship relationship) {
            var ended = relationship.ended();
            return ended == null
                    ? Stream.of()
                    : Stream.of(new Ended(IdType.RELATIONSHIP.format(relationship.publicId()), ended.by(), ended.at()));
        }
    }

    static LifecycleResource of(CustomerDetail detail, Explained explained) {
        var reading = explained.reading();
        return new LifecycleResource(
                IdType.CUSTOMER.format(detail.summary().customer().publicId()),
                Objects.requireNonNullElse(reading.stage(), Stage.ENTRANCE),
                reading.dormantSince().orElse(null),
                reading.lost(),
                reading.dueAt().orElse(null),
                explained.history().stream().map(Move::of).toList(),
                detail.relationships().stream()
                        .flatMap(each -> Ended.of(each.relationship()))
                        .toList());
    }
}
