package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ContactWays.Missing;
import cn.siyu.application.channel.port.ContactWays.OfBrand;
import cn.siyu.application.channel.port.ContactWays.Place;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWay.Server;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [ContactWays] does.
public interface ContactWaysContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    ChannelAccountId FIRST = new ChannelAccountId(11);
    ChannelAccountId SECOND = new ChannelAccountId(12);
    ChannelAccountId THIRD = new ChannelAccountId(13);

    /// No contact ways.
    ContactWays ways();

    /// The accounts beside them.
    ChannelAccounts accounts();

    /// A contact way that accounts serve in turn, all alike.
    static ContactWay aWay(long id, ChannelAccountId... accounts) {
        return aWay(
                id,
                1,
                List.of(accounts).stream()
                        .map(account -> new Server(account, null))
                        .toList(),
                null);
    }

    /// A contact way with everything that tests vary.
    static ContactWay aWay(long id, int version, List<Server> servers, @Nullable Instant archivedAt) {
        return new ContactWay(
                new ContactWayId(id),
                PublicId.of(NOW, id, id),
                "code" + (10 + id),
                "门店海报 " + id,
                id % 2 == 0 ? null : "第二杯半价",
                "cw-" + id,
                ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                id % 2 == 0 ? null : new DepartmentId(5),
                id % 2 == 0 ? null : 77L,
                servers,
                archivedAt,
                version,
                NOW,
                NOW);
    }

    @Test
    default void givesBackWhatWasAddedByEveryKey() {
        var ways = ways();
        var way = aWay(1, 1, List.of(new Server(SECOND, 3), new Server(FIRST, null)), null);
        var other = aWay(2, THIRD);
        ways.add(BRAND, way);
        ways.add(BRAND, other);

        assertThat(ways.find(BRAND, way.id())).contains(way);
        assertThat(ways.byPublicId(BRAND, way.publicId())).contains(way);
        assertThat(ways.byCode(way.code())).contains(new OfBrand(BRAND, way));
        assertThat(ways.byState(BRAND, "cw-2")).contains(other);
        assertThat(ways.page(BRAND, 0, 10)).containsExactly(way, other);
        assertThat(ways.page(BRAND, 0, 1)).containsExactly(way);
        assertThat(ways.page(BRAND, 1, 10)).containsExactly(other);
    }

    @Test
    default void keepsBrandsApart() {
        var ways = ways();
        var way = aWay(1, FIRST);
        ways.add(BRAND, way);

        var other = new BrandId(2);
        assertThat(ways.find(other, way.id())).isEmpty();
        assertThat(ways.byPublicId(other, way.publicId())).isEmpty();
        assertThat(ways.byState(other, way.state())).isEmpty();
        assertThat(ways.page(other, 0, 10)).isEmpty();
        assertThat(ways.withoutCode(other, 10)).isEmpty();
    }

    @Test
    default void refusesACodeThatIsTakenAnywhereAndAStateThatIsTakenInTheBrand() {
        var ways = ways();
        ways.add(BRAND, aWay(1, FIRST));

        assertThatThrownBy(() -> ways.add(new BrandId(2), aWay(1, FIRST))).isInstanceOf(AlreadyExists.class);
        var way = aWay(2, FIRST);
        var sameState = new ContactWay(
                way.id(),
                way.publicId(),
                way.code(),
                way.name(),
                null,
                "cw-1",
                way.rule(),
                null,
                null,
                way.accounts(),
                null,
                1,
                NOW,
                NOW);
        assertThatThrownBy(() -> ways.add(BRAND, sameState)).isInstanceOf(AlreadyExists.class);
    }

    @Test
    default void replacesTheVersionItWasReadAtOnly() {
        var ways = ways();
        ways.add(BRAND, aWay(1, FIRST));
        var changed = aWay(1, 2, List.of(new Server(SECOND, 2)), NOW.plusSeconds(5));

        ways.replace(BRAND, changed);

        assertThat(ways.find(BRAND, changed.id())).contains(changed);
        assertThatThrownBy(() -> ways.replace(BRAND, changed)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void keepsThePlacesOfAccountsThatStayWhenOthersComeAndGo() {
        var ways = ways();
        var way = aWay(1, FIRST, SECOND);
        ways.add(BRAND, way);
        ways.keepCode(BRAND, way.id(), FIRST, "cfg-1", "https://far.side/qr/1");
        ways.keepCode(BRAND, way.id(), SECOND, "cfg-2", "https://far.side/qr/2");
        ways.keepWeights(BRAND, way.id(), Map.of(FIRST, -4L, SECOND, 4L));

        ways.replace(BRAND, aWay(1, 2, List.of(new Server(THIRD, null), new Server(SECOND, 9)), null));

        assertThat(ways.lockPlaces(BRAND, way.id()))
                .containsExactly(
                        Map.entry(THIRD, new Place(0, null)), Map.entry(SECOND, new Place(4, "https://far.side/qr/2")));
        assertThat(ways.codes(BRAND, way.id())).containsExactly(Map.entry(SECOND, "https://far.side/qr/2"));
    }

    @Test
    default void listsAccountsWithoutACodeOfTheirOwn() {
        var ways = ways();
        accounts().add(BRAND, ChannelAccountsContract.anAccount(11, 10, 5));
        accounts().add(BRAND, ChannelAccountsContract.anAccount(12, 10, 5));
        accounts()
                .add(
                        BRAND,
                        ChannelAccountsContract.anAccount(
                                13, 1, "left", 10, 5, WorkingHours.ALWAYS, ChannelAccount.State.CLOSED));
        ways.add(BRAND, aWay(1, SECOND, FIRST, THIRD));
        ways.add(BRAND, aWay(2, FIRST));
        ways.add(BRAND, aWay(3, 1, List.of(new Server(FIRST, null)), NOW));
        ways.keepCode(BRAND, new ContactWayId(1), FIRST, "cfg-1", "https://far.side/qr/1");

        assertThat(ways.withoutCode(BRAND, 10))
                .containsExactly(
                        new Missing(new ContactWayId(1), "cw-1", SECOND),
                        new Missing(new ContactWayId(2), "cw-2", FIRST));
        assertThat(ways.withoutCode(BRAND, 1)).hasSize(1);
    }
}
