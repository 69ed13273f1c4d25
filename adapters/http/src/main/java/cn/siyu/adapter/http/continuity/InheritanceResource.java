package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order to give what one staff member serves to colleagues (继承).
///
/// @param id what it is called here
/// @param staff who hands over
/// @param kind whether they are still there
/// @param rule how it is spread
/// @param message what customers are told; null: the platform's own words
/// @param state how far it is
/// @param customers how far the customers are
/// @param groups how far the groups are
/// @param takers who takes over
/// @param problem what keeps it from going on; null if nothing does
/// @param startedBy the API key that ordered it
/// @param startedAt when it was ordered
/// @param finishedAt when the last transfer had ended; null while one is open
@Serdeable
@Schema(name = "Inheritance", description = "An order to give what one staff member serves to colleagues (继承)")
record InheritanceResource(
        @Schema(description = "What it is called here", example = "inh_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(description = "Who hands over", example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(description = "Whether they are still there", example = "AFTER_LEAVING")
        Inheritance.Kind kind,

        @Schema(description = "How it is spread", example = "LEAST_LOADED")
        ContactWay.Rule rule,

        @Nullable
        @Schema(
                description = "What customers are told; null: the platform's own words",
                example = "以后由小李为您服务",
                maxLength = 200)
        String message,

        @Schema(description = "How far it is", example = "RUNNING")
        Inheritance.State state,

        @Schema(description = "How far the customers are") TransferCountsResource customers,

        @Schema(description = "How far the groups are") TransferCountsResource groups,

        @ArraySchema(maxItems = 10_000, arraySchema = @Schema(description = "Who takes over"))
        List<TakerResource> takers,

        @Nullable
        @Schema(
                description = "What keeps it from going on; null if nothing does",
                example = "FORBIDDEN: errcode 48002 (api forbidden)",
                maxLength = 1000)
        String problem,

        @Schema(description = "The API key that ordered it", example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String startedBy,

        @Schema(description = "When it was ordered", example = "2026-03-01T08:00:00.000Z")
        Instant startedAt,

        @Nullable
        @Schema(
                description = "When the last transfer had ended; null while one is open",
                example = "2026-03-02T08:00:41.512Z")
        Instant finishedAt) {
    static InheritanceResource of(ReadInheritances.View view) {
        var order = view.order();
        return new InheritanceResource(
                IdType.INHERITANCE.format(order.publicId()),
                IdType.STAFF.format(view.from().publicId()),
                order.kind(),
                order.rule(),
                order.message(),
                order.state(),
                TransferCountsResource.of(view, true),
                TransferCountsResource.of(view, false),
                view.takers().stream().map(TakerResource::of).toList(),
                order.problem(),
                IdType.API_KEY.format(order.startedBy()),
                order.startedAt(),
                order.finishedAt());
    }
}
