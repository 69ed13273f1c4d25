package cn.siyu.adapter.http.task;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.application.task.ReadWorklist.Card;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done for one customer on one account.
///
/// @param account on which account; null if on none in particular
/// @param accountName how customers see that account
/// @param customer for whom; null if for nobody in particular
/// @param customerName what the customer calls itself; masked without the scope customers:pii, null
///     if unknown
/// @param tasks in the order in which they are to be done; never empty
@Serdeable
@Schema(name = "WorkCard", description = "What is to be done for one customer on one account (工作卡片)")
record WorkCardResource(
        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable @Schema(example = "小王 3 号", maxLength = 100)
        String accountName,

        @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "小明", maxLength = 100) String customerName,
        @ArraySchema(maxItems = 1000) List<TaskResource> tasks) {
    static WorkCardResource of(Card card, Masks masks) {
        List<TaskResource> tasks =
                card.tasks().stream().map(task -> TaskResource.of(task, masks)).toList();
        TaskResource first = tasks.getFirst();
        return new WorkCardResource(
                first.account(), first.accountName(), first.customer(), first.customerName(), tasks);
    }
}
