package cn.siyu.application.channel;

import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact way as clients see it.
///
/// @param department the public id of the department that bounds its accounts; null: none does
/// @param welcomeMaterial the public id of what greets new customers; null: nothing does
/// @param accounts who serves, in order
public record ContactWayView(
        ContactWay way,
        @Nullable PublicId department,
        @Nullable PublicId welcomeMaterial,
        List<Server> accounts) {
    public ContactWayView {
        accounts = List.copyOf(accounts);
    }

    /// An account that serves.
    ///
    /// @param account its public id
    /// @param weight its share; null: what is left of its daily capacity
    /// @param qrCode address of its own picture on the channel; null until the channel gave one,
    ///     and in lists
    public record Server(
            PublicId account,
            String name,
            @Nullable Integer weight,
            @Nullable String qrCode) {}
}
