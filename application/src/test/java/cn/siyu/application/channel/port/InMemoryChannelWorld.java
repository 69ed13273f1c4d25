package cn.siyu.application.channel.port;

import cn.siyu.application.channel.port.SidebarPages.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The channel in memory, and the people on its far side.
final class InMemoryChannelWorld implements FurtherWorld {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    final InMemoryFarSide farSide = new InMemoryFarSide(now::get);
    final InMemoryChannel channel = new InMemoryChannel("main", "demo", farSide);

    InMemoryChannelWorld() {
        farSide.addStaff("staff-1");
        farSide.addStaff("staff-2");
        farSide.addStaff("staff-3");
    }

    Instant now() {
        return now.get();
    }

    @Override
    public ChannelConnection connection() {
        return channel;
    }

    @Override
    public String staff() {
        return "staff-1";
    }

    @Override
    public String otherStaff() {
        return "staff-2";
    }

    @Override
    public String idleStaff() {
        return "staff-3";
    }

    @Override
    public Met customerAdds(String staff) {
        return farSide.customerAdds(staff, null);
    }

    @Override
    public Met customerScans(String contactWayId) {
        return farSide.customerScans(contactWayId);
    }

    @Override
    public void customerDeletes(String staff, String contactId) {
        farSide.customerDeletes(staff, contactId);
    }

    @Override
    public void staffConfirms(String taskId, String staff) {
        farSide.staffConfirms(taskId, staff);
    }

    @Override
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public String groupOf(String staff) {
        return farSide.groups.make(staff);
    }

    @Override
    public void contactJoins(String groupId, String contactId) {
        farSide.groups.join(groupId, contactId, null);
    }

    @Override
    public String customerScansJoinWay(String joinWayId) {
        var contact = farSide.customerAdds("staff-1", null).contactId();
        farSide.joinWays.join(joinWayId, contact);
        return contact;
    }

    @Override
    public String openGroupId(String groupId) {
        return InMemoryIds.openGroupId(groupId);
    }

    @Override
    public void staffLeaves(String staff) {
        farSide.transfers.leaves(staff);
    }

    @Override
    public void contactRefusesTransfer(String contactId) {
        farSide.transfers.refuse(contactId);
    }

    @Override
    public void staffPublishes(String momentId, String staff) {
        farSide.moments.publish(momentId, staff);
    }

    @Override
    public void contactLikes(String momentId, String staff, String contactId) {
        farSide.moments.like(momentId, staff, contactId);
    }

    @Override
    public Met customerComesBy(AcquisitionLinks.Link link, String channel) {
        return farSide.links.comeBy(link.linkId(), channel);
    }

    @Override
    public void grantLinkUses(int uses) {
        farSide.links.grant(uses);
    }

    @Override
    public String staffOpensPage(String staff) {
        return farSide.sidebar.opens(new Visitor.Staff(staff));
    }

    @Override
    public String contactOpensPage(String contactId) {
        return farSide.sidebar.opens(new Visitor.Contact(contactId));
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now.get(), SHANGHAI);
    }
}
