package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// What a contact or a group is called elsewhere (ID 转换).
public interface IdConversions {
    /// The contact's id with the payment and web pages of the same corp (openid). INVALID for a
    /// contact that has none.
    Answer<String> openIdOf(String contactId);

    /// The contact behind a person's id on the platform's open side (unionid). NOT_FOUND when there
    /// is none.
    ///
    /// @param openId the same person's id with one mini program or page; null where the far side
    ///     does not want it
    Answer<String> contactOf(String unionId, @Nullable String openId);

    /// The group behind what the client tells a page of it (opengid). NOT_FOUND when it is none of
    /// ours.
    Answer<String> groupOf(String openGroupId);
}
