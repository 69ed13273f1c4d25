package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.lifecycle.Stage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer (客户) with what is computed about it, as lists show it.
///
/// @param id what it is called here
/// @param nickname what the person calls itself; masked without the scope customers:pii
/// @param gender as the platform tells it
/// @param timeZone the customer's own; null means the store's or brand's
/// @param blacklisted never contacted, whatever the reason (黑名单)
/// @param stage how far the customer has come (生命周期阶段)
/// @param stageSinceAt when the stage was reached
/// @param dormant did not buy for longer than is usual for this customer (沉睡)
/// @param lost no live relationship is left (流失)
/// @param trust as projected last
/// @param orders added up
/// @param lastInteractionAt when the customer did anything last; null if never
/// @param createdAt when it became known
/// @param updatedAt when the profile was changed last
/// @param version counts changes of the profile
@Serdeable
@Schema(name = "Customer", description = "A customer (客户) as lists show it")
record CustomerResource(
        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable @Schema(example = "小明", maxLength = 100) String nickname,

        Customer.Gender gender,

        @Nullable @Schema(example = "Asia/Shanghai", maxLength = 64)
        String timeZone,

        @Schema(example = "false") boolean blacklisted,

        Stage stage,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant stageSinceAt,

        @Schema(example = "false") boolean dormant,

        @Schema(example = "false") boolean lost,

        CustomerTrust trust,
        CustomerOrders orders,

        @Nullable @Schema(example = "2026-02-28T08:00:00.000Z")
        Instant lastInteractionAt,

        @Schema(example = "2026-02-01T08:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-02-20T08:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static CustomerResource of(CustomerSummary summary, String currency, Masks masks) {
        var customer = summary.customer();
        return new CustomerResource(
                IdType.CUSTOMER.format(customer.publicId()),
                masks.name(customer.nickname()),
                customer.gender(),
                customer.zone() == null ? null : customer.zone().getId(),
                customer.blacklisted(),
                summary.stage(),
                summary.stageSince(),
                summary.dormant(),
                summary.lost(),
                CustomerTrust.of(summary),
                CustomerOrders.of(summary, currency),
                summary.lastInteractionAt(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
