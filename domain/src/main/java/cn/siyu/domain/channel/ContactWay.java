package cn.siyu.domain.channel;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact way (联系我 / 员工活码): a permanent link and code of ours that leads each visitor to
/// one of several accounts. What is printed never changes; who serves may change at any time.
///
/// @param code the permanent part of the link `/l/{code}`: 6 to 16 of `a-z 0-9`
/// @param hook what makes a person scan (钩子): the offer behind it; null if none is recorded
/// @param state what the channel hands back when somebody came by it; unique in the brand, at most
///     30 characters
/// @param rule how visitors are spread over the accounts
/// @param department only accounts of this department or below serve it; null for all of its
///     accounts
/// @param welcomeMaterial number of the material that greets a new customer (欢迎语); null for no
///     greeting
/// @param accounts who serves, in order
public record ContactWay(
        ContactWayId id,
        PublicId publicId,
        String code,
        String name,
        @Nullable String hook,
        String state,
        Rule rule,
        @Nullable DepartmentId department,
        @Nullable Long welcomeMaterial,
        List<Server> accounts,
        @Nullable Instant archivedAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// How visitors are spread (分流).
    public enum Rule {
        /// In turn by weight (smooth weighted round robin).
        WEIGHTED_ROUND_ROBIN,
        /// To the account that is emptiest for its size.
        LEAST_LOADED,
        /// The same visitor to the same account, as long as it may take somebody (固定分配).
        STICKY
    }

    /// An account that serves the contact way.
    ///
    /// @param weight its share; null means what is left of its daily capacity
    public record Server(ChannelAccountId account, @Nullable Integer weight) {}

    public ContactWay {
        accounts = List.copyOf(accounts);
        if (!code.matches("[a-z0-9]{6,16}")) {
            throw new IllegalArgumentException("a code has 6 to 16 of a-z 0-9, was '" + code + "'");
        }
        if (state.isBlank() || state.length() > 30) {
            throw new IllegalArgumentException("a state has 1 to 30 characters");
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a contact way needs at least one account");
        }
    }
}
