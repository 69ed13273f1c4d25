package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people do with acquisition links: part of [Action]. A link is named by its id, or by its
/// address as a customer has it, with `?customer_channel=…` or as a `weixin://` scheme.
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinkAction.OpenLink.class, name = "OPEN_LINK"),
    @JsonSubTypes.Type(value = LinkAction.AddByLink.class, name = "ADD_BY_LINK"),
    @JsonSubTypes.Type(value = LinkAction.DeleteLink.class, name = "DELETE_LINK"),
    @JsonSubTypes.Type(value = LinkAction.GrantUses.class, name = "GRANT_LINK_USES"),
})
sealed interface LinkAction extends Action.ByLink {
    /// Somebody opens a link and goes away again.
    record OpenLink(@Nullable String link, @Nullable String channel) implements LinkAction {}

    /// A customer, somebody new without `customer`, adds a member through a link; with `waits` the
    /// member has not answered yet.
    record AddByLink(
            @Nullable String link,
            @Nullable String channel,
            @Nullable String customer,
            @Nullable String name,
            boolean waits)
            implements LinkAction {}

    /// An administrator deletes a link.
    record DeleteLink(@Nullable String link) implements LinkAction {}

    /// The corp buys uses that last until a time.
    record GrantUses(int uses, Instant expiresAt) implements LinkAction {}
}
