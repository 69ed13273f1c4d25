package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Contact ways in memory.
public final class InMemoryContactWays implements ContactWays {
    private final InMemoryStore.Table<InMemoryStore.Key, Row> table;
    private final ChannelAccounts accounts;

    private record Row(BrandId brand, ContactWay way, Map<ChannelAccountId, Place> places) {}

    /// @param accounts says which accounts are closed
    public InMemoryContactWays(InMemoryStore store, ChannelAccounts accounts) {
        this.table = store.table();
        this.accounts = accounts;
    }

    private static InMemoryStore.Key key(BrandId brand, ContactWayId id) {
        return new InMemoryStore.Key(brand, id.value());
    }

    @Override
    public void add(BrandId brand, ContactWay way) {
        if (byCode(way.code()).isPresent()) {
            throw new AlreadyExists("code", way.code());
        }
        if (byState(brand, way.state()).isPresent()) {
            throw new AlreadyExists("state", way.state());
        }
        put(brand, way, Map.of());
    }

    private void put(BrandId brand, ContactWay way, Map<ChannelAccountId, Place> before) {
        var places = new LinkedHashMap<ChannelAccountId, Place>();
        way.accounts()
                .forEach(server ->
                        places.put(server.account(), before.getOrDefault(server.account(), new Place(0, null))));
        table.rows().put(key(brand, way.id()), new Row(brand, way, places));
    }

    @Override
    public Optional<ContactWay> find(BrandId brand, ContactWayId id) {
        return Optional.ofNullable(table.rows().get(key(brand, id))).map(Row::way);
    }

    @Override
    public Optional<ContactWay> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand)
                .map(Row::way)
                .filter(way -> way.publicId().equals(id))
                .findFirst();
    }

    @Override
    public Optional<OfBrand> byCode(String code) {
        return table.rows().values().stream()
                .filter(row -> row.way().code().equals(code))
                .map(row -> new OfBrand(row.brand(), row.way()))
                .findFirst();
    }

    @Override
    public Optional<ContactWay> byState(BrandId brand, String state) {
        return table.of(brand)
                .map(Row::way)
                .filter(way -> way.state().equals(state))
                .findFirst();
    }

    @Override
    public List<ContactWay> page(BrandId brand, long after, int atMost) {
        return table.of(brand)
                .map(Row::way)
                .filter(way -> way.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, ContactWay way) {
        var stored = Optional.ofNullable(table.rows().get(key(brand, way.id()))).orElseThrow();
        if (stored.way().version() + 1 != way.version()) {
            throw new StaleAggregate("contact way", way.id().value());
        }
        put(brand, way, stored.places());
    }

    @Override
    public Map<ChannelAccountId, Place> lockPlaces(BrandId brand, ContactWayId id) {
        return Optional.ofNullable(table.rows().get(key(brand, id)))
                .map(Row::places)
                .orElse(Map.of());
    }

    @Override
    public Map<ChannelAccountId, String> codes(BrandId brand, ContactWayId id) {
        var codes = new LinkedHashMap<ChannelAccountId, String>();
        lockPlaces(brand, id).forEach((account, place) -> {
            String code = place.qrCode();
            if (code != null) {
                codes.put(account, code);
            }
        });
        return codes;
    }

    @Override
    public void keepWeights(BrandId brand, ContactWayId id, Map<ChannelAccountId, Long> currentWeights) {
        currentWeights.forEach(
                (account, weight) -> change(brand, id, account, before -> new Place(weight, before.qrCode())));
    }

    private void change(
            BrandId brand, ContactWayId id, ChannelAccountId account, java.util.function.UnaryOperator<Place> change) {
        table.rows().computeIfPresent(key(brand, id), (_, row) -> {
            var places = new LinkedHashMap<>(row.places());
            places.computeIfPresent(account, (_, before) -> change.apply(before));
            return new Row(brand, row.way(), places);
        });
    }

    @Override
    public List<Missing> withoutCode(BrandId brand, int atMost) {
        var missing = new ArrayList<Missing>();
        table.of(brand)
                .filter(row -> row.way().archivedAt() == null)
                .forEach(row -> row.places().forEach((account, place) -> {
                    if (place.qrCode() == null && !closed(brand, account)) {
                        missing.add(new Missing(row.way().id(), row.way().state(), account));
                    }
                }));
        return missing.stream().limit(atMost).toList();
    }

    private boolean closed(BrandId brand, ChannelAccountId id) {
        return accounts.find(brand, id)
                .map(account -> account.state() == ChannelAccount.State.CLOSED)
                .orElse(true);
    }

    @Override
    public void keepCode(BrandId brand, ContactWayId id, ChannelAccountId account, String channelRef, String qrCode) {
        change(brand, id, account, before -> new Place(before.currentWeight(), qrCode));
    }
}
