package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A customer (客户): one person, however many identities and relationships.
///
/// What is computed about a customer (stage, trust, contact ledger) is kept beside this record, not
/// in it.
///
/// @param nickname what the person calls itself (WeChat nickname); null if not known
/// @param gender as the platform tells it
/// @param zone the customer's own time zone; null means the store's or brand's
/// @param blacklisted true: never contacted, whatever the reason
public record Customer(
        CustomerId id,
        PublicId publicId,
        @Nullable String nickname,
        Gender gender,
        @Nullable ZoneId zone,
        boolean blacklisted,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// What the platform says of a person's gender.
    public enum Gender {
        UNKNOWN,
        MALE,
        FEMALE
    }
}
