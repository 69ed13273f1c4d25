package cn.siyu.application.insight;

import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Interaction;
import org.jspecify.annotations.Nullable;

/// An interaction, with what clients call those who took part.
///
/// @param customer who; null if the reader does not see the customer
/// @param relationship in which; null if in none
/// @param account with which account; null if with none
public record InteractionView(
        Interaction interaction,
        @Nullable PublicId customer,
        @Nullable PublicId relationship,
        @Nullable Account account) {
    /// Without those who took part, for a reporter who does not see them.
    InteractionView unnamed() {
        return new InteractionView(interaction, null, null, null);
    }

    /// An account.
    ///
    /// @param address what the channel calls it
    /// @param staff who holds it
    public record Account(PublicId id, String address, PublicId staff) {}
}
