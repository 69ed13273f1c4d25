package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.identity.Regrouped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinIdentitiesTest {
    private final CustomerWorld world = new CustomerWorld();
    private int said;

    private static IdentityKey member(String value) {
        return new IdentityKey(IdentityType.MEMBER_ID, "crm", value);
    }

    private static IdentityKey phone(int number) {
        return new IdentityKey(IdentityType.PHONE, "", "+861380000000" + number);
    }

    private Resolution.Found said(IdentityKey... keys) {
        var claim = new Claim(Arrays.asList(keys), IdentitySource.IMPORT, Profile.NONE, NOW.plusSeconds(said++));
        var found = world.store.inTransaction(() -> world.resolve.resolve(BRAND, List.of(claim), NOW));
        return (Resolution.Found) found.getFirst();
    }

    private CustomerId who(IdentityKey key) {
        return world.resolve.find(BRAND, List.of(key)).orElseThrow();
    }

    @Test
    void mergesCustomersThatAnObservationJoins() {
        var member = said(member("M1")).customer();
        var buyer = said(phone(1)).customer();

        var both = said(phone(1), member("M1"));

        assertThat(who(phone(1))).isEqualTo(member);
        assertThat(both.customer()).isEqualTo(member);
        assertThat(world.regrouped).containsExactly(new Regrouped(buyer, buyer, member));
        assertThat(world.graph.births(BRAND, List.of(buyer)).get(buyer)).containsExactlyInAnyOrder(member, buyer);
        assertThat(said(phone(1)).by().birthCustomer())
                .as("facts stay with the birth customer")
                .isEqualTo(buyer);
    }

    @Test
    void saysTheSameTwiceWithoutConsequence() {
        said(member("M1"));
        said(phone(1));
        said(phone(1), member("M1"));
        said(phone(1), member("M1"));

        assertThat(world.regrouped).hasSize(1);
    }

    @Test
    void keepsApartWhatCannotBeOnePersonAndNotesItOnce() {
        var one = said(member("M1"), phone(1)).customer();
        var other = said(member("M2"), phone(2)).customer();

        var disputed = said(member("M1"), phone(2));
        said(member("M1"), phone(2));

        assertThat(who(phone(2))).isEqualTo(other).isNotEqualTo(one);
        assertThat(disputed.customer()).isEqualTo(other);
        assertThat(world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.TOO_MANY));
    }

    @Test
    void givesAFourthPhoneNumberToSomebodyElse() {
        said(member("M1"), phone(1));
        said(member("M1"), phone(2));
        said(member("M1"), phone(3));
        said(member("M1"), phone(4));

        assertThat(who(phone(3))).isEqualTo(who(member("M1")));
        assertThat(who(phone(4))).isNotEqualTo(who(member("M1")));
        assertThat(world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10)).hasSize(1);
    }

    @Test
    void endsWithTheSamePeopleInEitherOrder() {
        said(phone(1), member("M1"));
        said(phone(1), new IdentityKey(IdentityType.UNIONID, "", "U1"));
        var reversed = new JoinIdentitiesTest();
        reversed.said(phone(1), new IdentityKey(IdentityType.UNIONID, "", "U1"));
        reversed.said(phone(1), member("M1"));

        for (var one : List.of(this, reversed)) {
            assertThat(one.who(member("M1")))
                    .isEqualTo(one.who(phone(1)))
                    .isEqualTo(one.who(new IdentityKey(IdentityType.UNIONID, "", "U1")));
        }
    }

    @Test
    void joinsAPersonalContactByPhoneNumberButNotByAList() {
        var friend = new IdentityKey(IdentityType.PERSONAL_CONTACT, "account-1", "friend");
        said(member("M1"), friend);
        assertThat(who(friend)).isNotEqualTo(who(member("M1")));

        said(phone(1), friend);
        said(phone(1), member("M1"));
        assertThat(who(friend)).isEqualTo(who(member("M1")));
    }

    @Test
    void leavesTwoBrandsAlone() {
        said(member("M1"), phone(1));
        var agency = new BrandId(2);
        world.brands.add(BrandsContract.aBrand(2, "other", NOW));
        var claim = new Claim(List.of(member("M1"), phone(1)), IdentitySource.IMPORT, Profile.NONE);

        var there = (Resolution.Found)
                world.resolve.resolve(agency, List.of(claim), NOW).getFirst();

        assertThat(there.created()).isTrue();
        assertThat(there.customer()).isNotEqualTo(who(member("M1")));
        assertThat(world.regrouped).isEmpty();
    }

    @Test
    void bearsAnewWithTheWishesOfTheCustomerItWasTakenFor() {
        var taken = said(member("M1"), phone(1)).customer();
        world.wishes.optOut(BRAND, new OptOut(taken, "ALL", "CUSTOMER", NOW));
        // four members name the number: it is shared, and nobody's
        for (int i = 2; i <= 4; i++) {
            said(member("M" + i), phone(1));
        }

        var anew = who(member("M1"));
        assertThat(anew).isNotEqualTo(taken);
        assertThat(who(phone(1))).isEqualTo(taken);
        assertThat(world.wishes.optOutsOf(BRAND, anew)).hasSize(1);
        assertThat(world.wishes.optOutsOf(BRAND, taken)).hasSize(1);
        assertThat(world.graph.of(BRAND, List.of(anew))).containsEntry(anew, anew);
    }

    @Test
    void readsNothingOfTheOthersWhoShareAPhoneNumber() {
        for (int i = 1; i <= 30; i++) {
            said(member("M" + i), phone(1));
        }

        var hood = world.graph.around(BRAND, List.of(idOf(member("M30")), idOf(phone(1))));

        assertThat(hood.identities()).extracting(Identity::key).containsExactlyInAnyOrder(member("M30"), phone(1));
        assertThat(world.graph.around(BRAND, List.of(idOf(member("M1")))).identities())
                .hasSize(1);
    }

    @Test
    void putsFactsUnderTheMemberWhereThePhoneNumberBesideItIsShared() {
        for (int i = 1; i <= 5; i++) {
            said(member("M" + i), phone(1));
        }

        assertThat(said(member("M2"), phone(1)).customer()).isEqualTo(who(member("M2")));
        assertThat(said(member("M9"), phone(1)).customer()).isEqualTo(who(member("M9")));
        assertThat(said(phone(1)).customer()).isEqualTo(who(phone(1)));
        assertThat(who(member("M2"))).isNotEqualTo(who(member("M9")));
    }

    @Test
    void joinsByASharedNumberAgainWhenThePolicyLetsMoreShareIt() {
        for (int i = 1; i <= 4; i++) {
            said(member("M" + i), phone(1));
        }
        world.rules = new IdentityRules(world.rules.limits(), 4, world.rules.blocked());

        said(phone(1), new IdentityKey(IdentityType.WECHAT_ID, "", "xiaoming"));

        assertThat(who(phone(1))).isEqualTo(who(member("M1")));
        assertThat(world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10)).hasSize(3);
    }

    @Test
    void passesOverAValueThatIsNobodys() {
        var nobody = new IdentityKey(IdentityType.PHONE, "", "+8613800000000");

        var one = said(member("M1"), nobody);
        var other = said(member("M2"), nobody);

        assertThat(one.customer()).isNotEqualTo(other.customer());
        assertThat(world.identities.find(BRAND, List.of(nobody))).isEmpty();
        assertThat(resolved(nobody)).isEqualTo(new Resolution.Nobody(nobody));
    }

    @Test
    void refusesToMakeACustomerKnownByAValueThatIsNobodys() {
        var nobody = new IdentityKey(IdentityType.PHONE, "", "+8613800000000");
        var claim = new Claim(List.of(member("M1"), nobody), IdentitySource.STAFF, Profile.NONE);

        assertThat(world.resolve.agree(BRAND, List.of(claim), NOW))
                .containsExactly(new ResolveCustomers.Agreement.Disputed(List.of(
                        new ResolveCustomers.Dispute(nobody, Optional.empty(), IdentityConflict.Reason.BLOCKED))));
        assertThat(world.identities.find(BRAND, List.of(member("M1")))).isEmpty();
    }

    @Test
    void givesAPersonAsManyPhoneNumbersAsThePolicySays() {
        world.rules = new IdentityRules(Map.of(IdentityType.PHONE, 1), 3, world.rules.blocked());
        said(member("M1"), phone(1));
        said(member("M1"), phone(2));

        assertThat(who(phone(2))).isNotEqualTo(who(member("M1")));
    }

    private Resolution resolved(IdentityKey... keys) {
        var claim = new Claim(Arrays.asList(keys), IdentitySource.IMPORT, Profile.NONE);
        return world.store
                .inTransaction(() -> world.resolve.resolve(BRAND, List.of(claim), NOW))
                .getFirst();
    }

    private IdentityId idOf(IdentityKey key) {
        return Objects.requireNonNull(world.identities.find(BRAND, List.of(key)).get(key))
                .id();
    }
}
