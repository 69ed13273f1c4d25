package cn.siyu.application.contact;

import static cn.siyu.application.task.HandWorld.PHONE;
import static cn.siyu.application.task.HandWorld.friendship;
import static cn.siyu.application.task.HandWorld.publicId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.contact.LostCustomers.Invitation;
import cn.siyu.application.contact.LostCustomers.Invited;
import cn.siyu.application.contact.LostCustomers.Lost;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.customer.port.InMemoryLostFriends;
import cn.siyu.application.task.HandWorld;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostCustomersTest {
    private static final StaffId COLLEAGUE = new StaffId(900);
    private static final ChannelAccountId OWN = new ChannelAccountId(901);
    private static final ChannelAccountId OF_COLLEAGUE = new ChannelAccountId(902);

    private final HandWorld hands = new HandWorld();
    private final ContactWorld contacts = new ContactWorld();
    private final InMemoryStaffMembers staff = new InMemoryStaffMembers(hands.world.store);
    private final LostCustomers lost = new LostCustomers(
            hands.accounts,
            new InMemoryLostFriends(hands.world.relationships),
            hands.reachability,
            new PlanSends(contacts.planner(), contacts.sends, contacts.clock, contacts.ids),
            new ResolveSight(new InMemoryDepartments(hands.world.store), staff),
            hands.world.store);

    LostCustomersTest() {
        hands.accounts.add(HandWorld.BRAND, HandWorld.account(OWN, "WECOM", HandWorld.HOLDER));
        hands.accounts.add(HandWorld.BRAND, HandWorld.account(OF_COLLEAGUE, "WECOM", COLLEAGUE));
        var now = HandWorld.NOW;
        staff.add(
                HandWorld.BRAND,
                new StaffMember(
                        HandWorld.HOLDER, PublicId.of(now, 1, 1), null, "小王", new DepartmentId(80), true, 1, now, now));
        lose(1, OWN);
        lose(2, OF_COLLEAGUE);
        lose(3, null);
    }

    /// A friend of the phone is lost with it, and reached over another account.
    private void lose(long number, @Nullable ChannelAccountId over) {
        var banned = new Relationship.Ended(Relationship.By.BAN, HandWorld.NOW);
        hands.world.relationships.add(HandWorld.BRAND, friendship(number, banned));
        hands.reachability.put(
                HandWorld.BRAND,
                new Reach(
                        new CustomerId(number),
                        "小明",
                        false,
                        ConsentState.NOT_RECORDED,
                        Set.of(),
                        HandWorld.ZONE,
                        over == null ? null : link(number, over)));
    }

    private static Reach.Link link(long number, ChannelAccountId over) {
        return new Reach.Link(
                new RelationshipId(100 + number),
                over,
                new IdentityId(100 + number),
                new CustomerId(number),
                "wm" + number,
                new Sender("WECOM", "main", "staff"),
                true,
                true,
                null,
                null,
                0,
                new Reach.Names(LocalDate.of(2026, 1, 1), 0, "小王", null, "品牌"));
    }

    private List<Lost> listed(DataScope sees) {
        return lost.page(caller(sees), publicId(PHONE), 0, 10).orElseThrow();
    }

    private static Caller caller(DataScope sees) {
        return new Caller(HandWorld.BRAND, PublicId.of(HandWorld.NOW, 1, 1), Set.of(), sees);
    }

    @Test
    void tellsOverWhichAccountEachCanBeReached() {
        assertThat(listed(new DataScope.WholeBrand()))
                .extracting(one -> one.over() == null ? null : one.over().id(), Lost::elsewhere)
                .containsExactly(tuple(OWN, false), tuple(OF_COLLEAGUE, false), tuple(null, false));
    }

    @Test
    void whomOnlyAColleagueServesIsTheColleagues() {
        assertThat(listed(new DataScope.Own(HandWorld.HOLDER)))
                .extracting(one -> one.over() == null ? null : one.over().id(), Lost::elsewhere)
                .containsExactly(tuple(OWN, false), tuple(null, true), tuple(null, false));
    }

    @Test
    void nobodyInvitesOverTheAccountOfAColleagueWhomTheyDoNotSee() {
        var own = new Invitation(
                caller(new DataScope.Own(HandWorld.HOLDER)),
                publicId(PHONE),
                ContactWorld.HELLO,
                HandWorld.NOW.plus(Duration.ofDays(1)));

        assertThat(lost.invite(own)).map(Invited::unreachable).contains(2);
    }
}
