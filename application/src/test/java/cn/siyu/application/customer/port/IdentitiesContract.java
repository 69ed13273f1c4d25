package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.customer.IdentityTaken;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Identities] does.
public interface IdentitiesContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    IdentityKey CONTACT = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp'1", "wm1");
    IdentityKey PHONE = new IdentityKey(IdentityType.PHONE, "", "+8613800138000");
    IdentityKey MEMBER = new IdentityKey(IdentityType.MEMBER_ID, "crm", "会员 1");

    /// A repository without identities.
    Identities identities();

    /// An identity of a customer.
    static Identity anIdentity(long number, IdentityKey key, long customer) {
        return new Identity(
                new IdentityId(number),
                PublicId.of(NOW, number, number),
                key,
                new CustomerId(customer),
                IdentitySource.PLATFORM,
                NOW);
    }

    @Test
    default void findsIdentitiesByTheirKeys() {
        var identities = identities();
        var contact = anIdentity(1, CONTACT, 7);
        var phone = anIdentity(2, PHONE, 7);
        identities.add(BRAND, List.of(contact, phone));

        assertThat(identities.find(BRAND, List.of(CONTACT, PHONE, MEMBER)))
                .isEqualTo(Map.of(CONTACT, contact, PHONE, phone));
        assertThat(identities.find(BRAND, List.of())).isEmpty();
        assertThat(identities.find(BRAND, new IdentityId(2))).contains(phone);
        assertThat(identities.of(BRAND, List.of(new CustomerId(7)))).containsExactly(contact, phone);
        assertThat(identities.find(new BrandId(2), List.of(CONTACT))).isEmpty();
    }

    @Test
    default void leavesAKeyToItsFirstCustomer() {
        var identities = identities();
        var first = anIdentity(1, CONTACT, 7);
        identities.add(BRAND, List.of(first));

        assertThatThrownBy(() -> identities.add(BRAND, List.of(anIdentity(2, CONTACT, 8), anIdentity(3, PHONE, 8))))
                .isInstanceOf(IdentityTaken.class);
        assertThat(identities.find(BRAND, List.of(CONTACT))).isEqualTo(Map.of(CONTACT, first));
    }
}
