package cn.siyu.adapter.http.continuity;

import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.domain.continuity.Transfer.State;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;

/// How far the customers or groups of an inheritance are.
///
/// @param total all of them
/// @param queued waiting to be asked for
/// @param waiting asked for, and not decided yet
/// @param taken with the colleague
/// @param refused customers who said no
/// @param noCapacity nobody had room
/// @param limitReached changed hands too often lately
/// @param impossible could not be handed over
/// @param cancelled not asked for any more
@Serdeable
@Schema(name = "TransferCounts", description = "How far the customers or groups of an inheritance are")
record TransferCountsResource(
        @Schema(description = "All of them", example = "5000", minimum = "0")
        int total,

        @Schema(description = "Waiting to be asked for", example = "0", minimum = "0")
        int queued,

        @Schema(description = "Asked for, and not decided yet", example = "4980", minimum = "0")
        int waiting,

        @Schema(description = "With the colleague", example = "0", minimum = "0")
        int taken,

        @Schema(description = "Customers who said no", example = "12", minimum = "0")
        int refused,

        @Schema(description = "Nobody had room", example = "0", minimum = "0")
        int noCapacity,

        @Schema(description = "Changed hands too often lately", example = "0", minimum = "0")
        int limitReached,

        @Schema(description = "Could not be handed over", example = "8", minimum = "0")
        int impossible,

        @Schema(description = "Not asked for any more", example = "0", minimum = "0")
        int cancelled) {
    static TransferCountsResource of(ReadInheritances.View view, boolean ofCustomers) {
        return new TransferCountsResource(
                view.number(ofCustomers, EnumSet.allOf(State.class)),
                view.number(ofCustomers, Set.of(State.QUEUED)),
                view.number(ofCustomers, Set.of(State.ASKED, State.UNKNOWN, State.WAITING)),
                view.number(ofCustomers, Set.of(State.TAKEN)),
                view.number(ofCustomers, Set.of(State.REFUSED)),
                view.number(ofCustomers, Set.of(State.NO_CAPACITY)),
                view.number(ofCustomers, Set.of(State.LIMIT_REACHED)),
                view.number(ofCustomers, Set.of(State.IMPOSSIBLE)),
                view.number(ofCustomers, Set.of(State.CANCELLED)));
    }
}
