package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.AccountStandings.Incident.Kind;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of accounts that people work by hand, in memory.
public final class InMemoryAccountStandings implements AccountStandings {
    private final InMemoryStore.Table<InMemoryStore.Key, LocalDate> opened;
    private final InMemoryStore.Table<InMemoryStore.Key, Incident> incidents;
    private final InMemoryStore.Table<String, Used> days;
    private final InMemoryStore.Table<InMemoryStore.Key, Boolean> settled;

    public InMemoryAccountStandings(InMemoryStore store) {
        this.opened = store.table();
        this.incidents = store.table();
        this.days = store.table();
        this.settled = store.table();
    }

    private static String key(BrandId brand, ChannelAccountId account, LocalDate day) {
        return brand.value() + "/" + account.value() + "/" + day;
    }

    @Override
    public Map<ChannelAccountId, Standing> find(BrandId brand, Collection<ChannelAccountId> accounts) {
        Map<ChannelAccountId, Standing> known = new HashMap<>();
        for (ChannelAccountId each : accounts) {
            var standing = new Standing(
                    opened.rows().get(new InMemoryStore.Key(brand, each.value())),
                    times(brand, each, Kind.WARNING),
                    times(brand, each, Kind.BAN).stream().findFirst().orElse(null));
            if (!standing.equals(Standing.UNKNOWN)) {
                known.put(each, standing);
            }
        }
        return known;
    }

    private List<Instant> times(BrandId brand, ChannelAccountId account, Kind kind) {
        return incidents
                .of(brand)
                .filter(one -> one.account().equals(account) && one.kind() == kind)
                .map(Incident::occurredAt)
                .sorted()
                .toList();
    }

    @Override
    public Map<ChannelAccountId, Standing> lock(BrandId brand, Collection<ChannelAccountId> accounts) {
        Map<ChannelAccountId, Standing> all = new HashMap<>(find(brand, accounts));
        accounts.forEach(each -> all.putIfAbsent(each, Standing.UNKNOWN));
        return all;
    }

    @Override
    public void opened(BrandId brand, ChannelAccountId account, LocalDate on) {
        opened.rows().put(new InMemoryStore.Key(brand, account.value()), on);
    }

    @Override
    public void add(BrandId brand, long id, Incident incident) {
        incidents.rows().put(new InMemoryStore.Key(brand, id), incident);
    }

    @Override
    public List<Incident> incidents(BrandId brand, ChannelAccountId account, int atMost) {
        return incidents.of(brand).filter(one -> one.account().equals(account)).toList().reversed().stream()
                .sorted(Comparator.comparing(Incident::occurredAt).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Ban> openBans(BrandId brand) {
        return incidents.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand)
                        && entry.getValue().kind() == Kind.BAN
                        && !settled.rows().containsKey(entry.getKey()))
                .map(entry -> new Ban(
                        entry.getKey().id(),
                        entry.getValue().account(),
                        entry.getValue().occurredAt()))
                .sorted(Comparator.comparing(Ban::at).thenComparingLong(Ban::incident))
                .toList();
    }

    @Override
    public void settleBan(BrandId brand, long incident) {
        settled.rows().put(new InMemoryStore.Key(brand, incident), true);
    }

    @Override
    public Map<ChannelAccountId, Used> used(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day) {
        Map<ChannelAccountId, Used> used = new HashMap<>();
        for (ChannelAccountId each : accounts) {
            var of = days.rows().get(key(brand, each, day));
            if (of != null) {
                used.put(each, of);
            }
        }
        return used;
    }

    @Override
    public Map<LocalDate, Used> usedFrom(BrandId brand, ChannelAccountId account, LocalDate day) {
        Map<LocalDate, Used> used = new HashMap<>();
        for (LocalDate each = day; each.isBefore(day.plusDays(100)); each = each.plusDays(1)) {
            var of = days.rows().get(key(brand, account, each));
            if (of != null) {
                used.put(each, of);
            }
        }
        return used;
    }

    @Override
    public void use(BrandId brand, LocalDate day, Map<ChannelAccountId, Used> more) {
        more.forEach((account, used) -> {
            var key = key(brand, account, day);
            days.rows()
                    .put(
                            key,
                            days.rows()
                                    .getOrDefault(key, Used.NOTHING)
                                    .plus(used)
                                    .floored());
        });
    }
}
