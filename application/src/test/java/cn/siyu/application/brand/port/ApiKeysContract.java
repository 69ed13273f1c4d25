package cn.siyu.application.brand.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [ApiKeys] does.
public interface ApiKeysContract {
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    BrandId BRAND = new BrandId(1);

    /// A repository without keys.
    ApiKeys apiKeys();

    /// A key with a number, of a brand or of the installation.
    static ApiKey aKey(long number, @Nullable BrandId brand, DataScope sees) {
        return new ApiKey(
                new ApiKeyId(number),
                PublicId.of(NOW, number, number),
                String.format("%016d", number),
                brand,
                "Key " + number,
                "a".repeat(64),
                Set.of(Scope.CUSTOMERS_READ, Scope.CHANNEL_ACCOUNTS_WRITE),
                sees,
                true,
                NOW.plus(Duration.ofDays(90)),
                null,
                NOW);
    }

    @Test
    default void givesBackEveryKindOfKeyAsItWas() {
        var keys = apiKeys();
        var whole = aKey(1, BRAND, new DataScope.WholeBrand());
        var tree = aKey(2, BRAND, new DataScope.DepartmentTree(new DepartmentId(7)));
        var department = aKey(3, BRAND, new DataScope.OneDepartment(new DepartmentId(8)));
        var own = aKey(4, BRAND, new DataScope.Own(new StaffId(9)));
        var installation = aKey(5, null, new DataScope.WholeBrand());
        for (ApiKey key : new ApiKey[] {whole, tree, department, own, installation}) {
            keys.add(key);
            assertThat(keys.byPart(key.part())).contains(key);
            assertThat(keys.byPublicId(key.brand(), key.publicId())).contains(key);
        }
        assertThat(keys.of(BRAND)).containsExactly(whole, tree, department, own);
        assertThat(keys.of(null)).containsExactly(installation);
    }

    @Test
    default void doesNotShowAKeyToAnotherBrand() {
        var keys = apiKeys();
        var key = aKey(1, BRAND, new DataScope.WholeBrand());
        keys.add(key);

        assertThat(keys.byPublicId(new BrandId(2), key.publicId())).isEmpty();
        assertThat(keys.byPublicId(null, key.publicId())).isEmpty();
        assertThat(keys.of(new BrandId(2))).isEmpty();
        assertThat(keys.byPart("none")).isEmpty();
    }

    @Test
    default void refusesAPublicPartThatIsTaken() {
        var keys = apiKeys();
        var key = aKey(1, BRAND, new DataScope.WholeBrand());
        keys.add(key);
        var same = new ApiKey(
                new ApiKeyId(2),
                PublicId.of(NOW, 2, 2),
                key.part(),
                BRAND,
                "Other",
                key.hash(),
                Set.of(),
                key.sees(),
                false,
                null,
                null,
                NOW);

        assertThatThrownBy(() -> keys.add(same)).isInstanceOf(AlreadyExists.class);
    }

    @Test
    default void keepsTheFirstMomentOfARevocation() {
        var keys = apiKeys();
        var key = aKey(1, BRAND, new DataScope.WholeBrand());
        keys.add(key);

        keys.revoke(key.id(), NOW.plusSeconds(1));
        keys.revoke(key.id(), NOW.plusSeconds(2));

        assertThat(keys.byPart(key.part())).contains(key.revoked(NOW.plusSeconds(1)));
    }
}
