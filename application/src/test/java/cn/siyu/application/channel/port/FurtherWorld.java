package cn.siyu.application.channel.port;

import java.time.LocalDate;

/// What the contracts of the roles that few channels have need beside the port: more that people do
/// on the far side.
public interface FurtherWorld extends ChannelWorld {
    /// The member makes a customer group, of which it is the owner and the only one in it; answers
    /// the group's id.
    String groupOf(String staff);

    /// A contact comes into the group, invited by its owner.
    void contactJoins(String groupId, String contactId);

    /// Somebody new scans a join way; answers its id.
    String customerScansJoinWay(String joinWayId);

    /// What the client calls a group towards a page.
    String openGroupId(String groupId);

    /// The member leaves the company.
    void staffLeaves(String staff);

    /// The customer refuses to be handed over.
    void contactRefusesTransfer(String contactId);

    /// The member publishes its part of a moment.
    void staffPublishes(String momentId, String staff);

    /// A contact likes what a member has published.
    void contactLikes(String momentId, String staff, String contactId);

    /// Somebody new adds a member through an acquisition link, whose address got the mark
    /// `channel`.
    Met customerComesBy(AcquisitionLinks.Link link, String channel);

    /// The corp may use this many acquisition links more.
    void grantLinkUses(int uses);

    /// Somebody of the staff opens a page of ours; answers the code that the page gets.
    String staffOpensPage(String staff);

    /// A contact opens a page of ours; answers the code that the page gets.
    String contactOpensPage(String contactId);

    /// The day it is over there now, as the platform counts days.
    LocalDate today();
}
