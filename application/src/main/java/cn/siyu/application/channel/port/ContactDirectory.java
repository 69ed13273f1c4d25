package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contacts (外部联系人) and who follows them (跟进成员), as the far side has them now.
public interface ContactDirectory {
    /// One contact with all visible relationships. NotDone(NOT_FOUND) when it is unknown, or no
    /// visible member has it.
    Answer<Contact> fetch(String contactId);

    /// All contacts of one staff member, a page at a time; null asks for the first page. A member
    /// without any answers an empty page.
    Answer<Slice<Relationship>> byStaff(String staff, @Nullable String cursor);

    /// The ids of all contacts of one staff member, at once; none if the member has none, or may
    /// have none.
    Answer<Set<String>> idsOfStaff(String staff);

    /// Who the contact is, whoever asks.
    ///
    /// @param unionId the person's id over all apps of one WeChat developer account, if bound
    record Profile(
            String contactId,
            String name,
            @Nullable String avatarUrl,
            Kind kind,
            Gender gender,
            @Nullable String unionId) {}

    enum Kind {
        /// An ordinary WeChat user (微信用户).
        WECHAT,
        /// A member of another corp (企业微信用户).
        WECOM,
        UNRECOGNISED
    }

    enum Gender {
        UNKNOWN,
        MALE,
        FEMALE
    }

    record Contact(Profile profile, List<Follower> followers) {
        public Contact {
            followers = List.copyOf(followers);
        }
    }

    record Relationship(Profile profile, Follower follower) {}

    /// One relationship, seen from the staff member.
    ///
    /// @param tagIds corp tags only; a member's personal tags never come to us
    /// @param mobiles phone numbers the member wrote down
    /// @param addWay the far side's number for how it began (来源), 0 when not told
    /// @param state the source we gave to the contact way, if it began with one of ours
    /// @param openedBy who began it: the staff member, or the contact itself
    record Follower(
            String staff,
            String remark,
            String description,
            Instant since,
            List<String> tagIds,
            List<String> mobiles,
            int addWay,
            @Nullable String state,
            @Nullable String openedBy) {
        public Follower {
            tagIds = List.copyOf(tagIds);
            mobiles = List.copyOf(mobiles);
        }
    }
}
