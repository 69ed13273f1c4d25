package cn.siyu.application.graduation.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ValueScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Facts that a test says, and who fits by them.
public final class InMemoryFits implements Fits {
    private final Map<CustomerId, Ranked> people = new HashMap<>();
    private final Set<CustomerId> underWay = new HashSet<>();
    private @Nullable ValueScale scale;

    /// Somebody is as the facts say.
    public void put(Ranked one) {
        people.put(one.customer(), one);
    }

    /// Somebody is on the way already.
    public void underWay(CustomerId customer) {
        underWay.add(customer);
    }

    @Override
    public Percentiles percentiles(BrandId brand, Instant since, List<Double> shares) {
        var amounts = people.values().stream()
                .map(each -> each.facts().valueMinor())
                .filter(value -> value > 0)
                .sorted()
                .toList();
        var found = new ArrayList<Long>();
        for (double share : shares) {
            found.add(amounts.isEmpty() ? 0 : amounts.get(Math.max(0, (int) Math.ceil(share * amounts.size()) - 1)));
        }
        return new Percentiles(amounts.size(), found);
    }

    @Override
    public Optional<ValueScale> scale(BrandId brand) {
        return Optional.ofNullable(scale);
    }

    @Override
    public void keep(BrandId brand, ValueScale kept) {
        scale = kept;
    }

    @Override
    public Map<CustomerId, FitFacts> of(BrandId brand, Collection<CustomerId> wanted, Moment moment) {
        return people.values().stream()
                .filter(each -> wanted.contains(each.customer()))
                .collect(Collectors.toMap(Ranked::customer, Ranked::facts));
    }

    @Override
    public List<Ranked> ranked(BrandId brand, Search search, int atMost) {
        return people.values().stream()
                .filter(each -> !underWay.contains(each.customer()) && fits(each.facts(), search))
                .sorted(Comparator.comparingDouble((Ranked each) -> search.kind() == Program.Kind.GRADUATION
                                ? -each.facts().rank()
                                : -(double) each.facts().valueMinor())
                        .thenComparingLong(each -> each.customer().value()))
                .limit(atMost)
                .toList();
    }

    private static boolean fits(FitFacts facts, Search search) {
        Instant lostAt = facts.lostAt();
        boolean close = facts.closeness() * 100 >= search.close().social()
                || facts.replies() >= search.close().replies();
        return facts.valueMinor() >= search.valueFrom()
                && !facts.unwilling()
                && !facts.blacklisted()
                && (search.kind() == Program.Kind.GRADUATION
                        ? lostAt == null
                                && !facts.there()
                                && facts.complaints() == 0
                                && close
                                && facts.confidence() >= search.close().confidence()
                        : lostAt != null
                                && lostAt.isAfter(search.lost().since())
                                && facts.deletions() <= search.lost().deletionsAtMost());
    }
}
