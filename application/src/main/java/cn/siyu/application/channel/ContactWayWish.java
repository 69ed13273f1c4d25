package cn.siyu.application.channel;

import cn.siyu.domain.channel.ContactWay.Rule;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a contact way (联系我) is to be.
///
/// @param hook what makes a person scan (钩子); null if it isn't recorded
/// @param rule how visitors are spread; null: as the allocation policy says
/// @param department the public id of the department whose accounts alone serve, with those below;
///     null: all serve
/// @param welcomeMaterial the public id of what greets new customers (欢迎语); null: nothing does
/// @param accounts who serves, in order
public record ContactWayWish(
        String name,
        @Nullable String hook,
        @Nullable Rule rule,
        @Nullable PublicId department,
        @Nullable PublicId welcomeMaterial,
        List<Server> accounts) {
    public ContactWayWish {
        accounts = List.copyOf(accounts);
    }

    /// An account that is to serve.
    ///
    /// @param account its public id
    /// @param weight its share, 1 to 1000; null: what is left of its daily capacity
    public record Server(PublicId account, @Nullable Integer weight) {}
}
