package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.jspecify.annotations.Nullable;

/// Something that a member or customer does with an app, by hand.
@JsonSubTypes({@JsonSubTypes.Type(value = StaffAction.OpenPage.class, name = "OPEN_PAGE")})
sealed interface StaffAction extends Action.WithApp {
    /// A member, or a customer, opens a page of an app; the answer's `code` tells the app who, once, within five
    /// minutes.
    record OpenPage(
            int agentId, @Nullable String userid, @Nullable String customer) implements StaffAction {}
}
