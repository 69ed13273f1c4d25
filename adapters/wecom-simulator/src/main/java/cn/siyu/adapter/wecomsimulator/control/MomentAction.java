package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that people do with moments (客户朋友圈), by hand. `moment` is a moment_id, `userid`
/// the member who publishes or published it.
@JsonSubTypes({
    @JsonSubTypes.Type(value = MomentAction.Publish.class, name = "PUBLISH_MOMENT"),
    @JsonSubTypes.Type(value = MomentAction.Post.class, name = "POST_MOMENT"),
    @JsonSubTypes.Type(value = MomentAction.Like.class, name = "LIKE_MOMENT"),
    @JsonSubTypes.Type(value = MomentAction.Comment.class, name = "COMMENT_ON_MOMENT"),
    @JsonSubTypes.Type(value = MomentAction.Switch.class, name = "SWITCH_MOMENTS"),
})
sealed interface MomentAction extends Action.OnMoments {
    /// A member, or without `userid` every member, publishes its part of a corp's moment.
    record Publish(String moment, @Nullable String userid) implements MomentAction {}

    /// A member posts a moment of its own: for all its customers, or those with one of the tags
    /// (ids). Pictures, or a clip, or a link, by media_id and url.
    record Post(
            String userid,
            @Nullable String text,
            @Nullable List<String> images,
            @Nullable String video,
            @Nullable String linkTitle,
            @Nullable String linkUrl,
            @Nullable Place location,
            @Nullable List<String> tags)
            implements MomentAction {}

    /// Where a moment was posted.
    record Place(String latitude, String longitude, String name) {}

    /// A customer, or without `customer` the member itself, likes what the member published.
    record Like(String moment, String userid, @Nullable String customer) implements MomentAction {}

    /// The same for a comment.
    record Comment(String moment, String userid, @Nullable String customer) implements MomentAction {}

    /// An administrator switches the feature on or off (41211).
    record Switch(boolean on) implements MomentAction {}
}
