package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.insight.ForeseeContacts.Foreseen;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a customer may be contacted now (触达预判).
///
/// @param customer whom it is about
/// @param verdict the answer in a word
/// @param relationship over which relationship it would go; null if there is none
/// @param account through which account it would go; null if there is none
/// @param earliestAt the first moment it is allowed if nothing changes but time; null if that isn't
///     enough
/// @param decision why
@Serdeable
@Schema(name = "ContactDecision", description = "Whether a customer may be contacted now (触达预判)")
record ContactDecisionResource(
        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        ContactVerdict verdict,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable @Schema(example = "2026-03-16T02:00:00.000Z")
        Instant earliestAt,

        DecisionResource decision) {
    static ContactDecisionResource of(Foreseen foreseen, Language language) {
        var relationship = foreseen.relationship();
        var account = foreseen.account();
        var verdict = foreseen.verdict();
        return new ContactDecisionResource(
                IdType.CUSTOMER.format(foreseen.customer()),
                word(verdict.verdict()),
                relationship == null ? null : IdType.RELATIONSHIP.format(relationship),
                account == null ? null : IdType.CHANNEL_ACCOUNT.format(account),
                verdict.earliestAt().orElse(null),
                DecisionResource.of(verdict.explanation(), language));
    }

    private static ContactVerdict word(Send.Verdict verdict) {
        return switch (verdict) {
            case PLANNED, CONTROL, BY_TASK -> ContactVerdict.ALLOWED;
            case DEFERRED -> ContactVerdict.DEFERRED;
            case REFUSED, EXPIRED, CANCELLED -> ContactVerdict.REFUSED;
        };
    }
}
