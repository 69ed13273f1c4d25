package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.RevokeIdentityLinks.Command;
import cn.siyu.application.customer.RevokeIdentityLinks.Link;
import cn.siyu.application.customer.RevokeIdentityLinks.Outcome;
import cn.siyu.application.customer.RevokeIdentityLinks.Part;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a source said wrongly is taken back, and everybody is who they were.
class RevokeIdentityLinksTest {
    private static final IdentityKey MEMBER = new IdentityKey(IdentityType.MEMBER_ID, "crm", "M1");
    private static final IdentityKey PHONE = new IdentityKey(IdentityType.PHONE, "", "+8613800000001");
    private static final IdentityKey UNION = new IdentityKey(IdentityType.UNIONID, "", "U1");

    private final CustomerWorld world = new CustomerWorld();
    private final RevokeIdentityLinks revoke = new RevokeIdentityLinks(
            world.store,
            world.clock,
            world.ids,
            world.identities,
            world.customers,
            world.graph,
            world.graph,
            world.join);

    private CustomerId said(IdentitySource source, IdentityKey... keys) {
        var claim = new Claim(List.of(keys), source, Profile.NONE, NOW);
        var found = (Resolution.Found) world.store
                .inTransaction(() -> world.resolve.resolve(BRAND, List.of(claim), NOW))
                .getFirst();
        return found.customer();
    }

    private CustomerId who(IdentityKey key) {
        return world.resolve.find(BRAND, List.of(key)).orElseThrow();
    }

    private PublicId publicId(CustomerId customer) {
        return world.customers.find(BRAND, customer).orElseThrow().publicId();
    }

    private Outcome revoke(Between between, boolean rehearsal) {
        return revoke.revoke(new Command(BRAND, between, "录入有误", PublicId.of(NOW, 7, 7), rehearsal));
    }

    private Outcome.Revoked revoked(Between between, boolean rehearsal) {
        return (Outcome.Revoked) revoke(between, rehearsal);
    }

    @Test
    void splitsAMergedCustomerExactlyIntoWhoWasThere() {
        var member = said(IdentitySource.IMPORT, MEMBER);
        var buyer = said(IdentitySource.IMPORT, PHONE);
        said(IdentitySource.STAFF, MEMBER, PHONE);
        assertThat(who(PHONE)).isEqualTo(member);

        var revoked = revoked(new Between.Two(publicId(member), publicId(buyer)), false);

        assertThat(who(MEMBER)).isEqualTo(member);
        assertThat(who(PHONE)).isEqualTo(buyer);
        assertThat(revoked.links())
                .extracting(Link::one, Link::other, Link::source)
                .containsExactly(tuple(MEMBER, PHONE, IdentitySource.STAFF));
        assertThat(revoked.parts())
                .extracting(part -> part.id().orElseThrow(), Part::was, Part::keeps, Part::identities)
                .containsExactlyInAnyOrder(
                        tuple(publicId(member), List.of(publicId(member)), List.of(publicId(member)), List.of(MEMBER)),
                        tuple(publicId(buyer), List.of(publicId(member)), List.of(publicId(buyer)), List.of(PHONE)));
        assertThat(world.graph.revocations(BRAND, new Sight.Everything(), 0, 10))
                .containsExactlyElementsOf(revoked.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("录入有误"));
    }

    @Test
    void rehearsesWhatWouldFollowAndChangesNothing() {
        var member = said(IdentitySource.IMPORT, MEMBER);
        said(IdentitySource.IMPORT, PHONE);
        said(IdentitySource.STAFF, MEMBER, PHONE);
        var between = new Between.Keys(MEMBER, PHONE);

        var rehearsed = revoked(between, true);

        assertThat(who(PHONE)).isEqualTo(member);
        assertThat(rehearsed.entries()).isEmpty();
        assertThat(world.graph.revocations(BRAND, new Sight.Everything(), 0, 10))
                .isEmpty();
        var acted = revoked(between, false);
        assertThat(rehearsed.parts()).isEqualTo(acted.parts());
        assertThat(rehearsed.links()).isEqualTo(acted.links());
    }

    @Test
    void saysThatALinkThatWasRefusedCountsThen() {
        var first = said(IdentitySource.LOGIN, MEMBER);
        said(IdentitySource.LOGIN, PHONE, MEMBER);
        var other = new IdentityKey(IdentityType.MEMBER_ID, "crm", "M2");
        var second = said(IdentitySource.IMPORT, other);
        said(IdentitySource.IMPORT, other, PHONE);
        assertThat(who(PHONE)).isEqualTo(first);

        var rehearsed = revoked(new Between.Keys(MEMBER, PHONE), true);

        assertThat(rehearsed.conflicts()).isZero();
        assertThat(rehearsed.parts())
                .filteredOn(part -> part.identities().contains(PHONE))
                .singleElement()
                .satisfies(part -> assertThat(part.identities()).contains(other));
        revoked(new Between.Keys(MEMBER, PHONE), false);
        assertThat(who(PHONE)).isEqualTo(who(other)).isNotEqualTo(who(MEMBER));
        assertThat(who(other)).isEqualTo(second);
    }

    @Test
    void stayTakenBackWhenTheSameSourceSaysItAgainButNotWhenAnotherDoes() {
        said(IdentitySource.IMPORT, MEMBER);
        said(IdentitySource.IMPORT, PHONE);
        said(IdentitySource.IMPORT, MEMBER, PHONE);
        revoked(new Between.Keys(MEMBER, PHONE), false);

        said(IdentitySource.IMPORT, MEMBER, PHONE);
        assertThat(who(PHONE)).isNotEqualTo(who(MEMBER));

        said(IdentitySource.LOGIN, MEMBER, PHONE);
        assertThat(who(PHONE)).isEqualTo(who(MEMBER));
    }

    @Test
    void rehearsesThatAPhoneNumberIsNoLongerShared() {
        for (int i = 1; i <= 4; i++) {
            said(IdentitySource.IMPORT, new IdentityKey(IdentityType.MEMBER_ID, "crm" + i, "M"), PHONE);
        }
        var third = new IdentityKey(IdentityType.MEMBER_ID, "crm3", "M");
        var fourth = new IdentityKey(IdentityType.MEMBER_ID, "crm4", "M");
        assertThat(who(fourth)).as("a number of four members joins nobody").isNotEqualTo(who(third));

        var between = new Between.Keys(fourth, PHONE);
        var rehearsed = revoked(between, true);
        revoked(between, false);

        assertThat(rehearsed.parts())
                .filteredOn(part -> part.identities().contains(PHONE))
                .singleElement()
                .satisfies(part -> assertThat(part.identities()).hasSize(4).contains(third));
        assertThat(who(PHONE)).isEqualTo(who(third)).isNotEqualTo(who(fourth));
    }

    @Test
    void findsNoLinkWhereNobodySaidSoOrItWasTakenBack() {
        said(IdentitySource.IMPORT, MEMBER, PHONE);
        said(IdentitySource.IMPORT, UNION);

        assertThat(revoke(new Between.Keys(MEMBER, UNION), false)).isEqualTo(new Outcome.NoLink());
        assertThat(revoke(new Between.Keys(MEMBER, MEMBER), false)).isEqualTo(new Outcome.Same());
        var nobody = new IdentityKey(IdentityType.UNIONID, "", "nobody");
        assertThat(revoke(new Between.Keys(MEMBER, nobody), true)).isEqualTo(new Outcome.Unknown(1));
        assertThat(revoke(new Between.Keys(MEMBER, PHONE), false)).isInstanceOf(Outcome.Revoked.class);
        assertThat(revoke(new Between.Keys(MEMBER, PHONE), false)).isEqualTo(new Outcome.NoLink());
    }
}
