package cn.siyu.adapter.persistence;

import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The customers that were asked for, with all birth customers that are the same people: facts are
/// read under all of them, and belong to those who were asked for.
public final class Births {
    private final Set<Long> all = new LinkedHashSet<>();
    private final Set<Long> asked = new LinkedHashSet<>();
    private final Map<Long, List<Long>> others;

    /// @param others who asked for a birth customer by another number, for those that are few
    Births(Collection<CustomerId> asked, Map<Long, List<Long>> others) {
        asked.forEach(customer -> this.asked.add(customer.value()));
        this.others = others;
        all.addAll(this.asked);
        all.addAll(others.keySet());
    }

    /// Birth customers that were not asked for by their own number, with who asked.
    Map<Long, List<Long>> others() {
        return others;
    }

    /// All of them, to be joined with.
    public Wanted wanted() {
        return Wanted.numbers(all);
    }

    /// All of them, sorted, for [Numbers#WANTED].
    public Long[] numbers() {
        return Numbers.of(all, Long::longValue);
    }

    /// Whose facts these are: of those asked for, the ones that are the same person.
    public List<CustomerId> asked(long birth) {
        var more = others.getOrDefault(birth, List.of()).stream().map(CustomerId::new);
        return asked.contains(birth)
                ? Stream.concat(Stream.of(new CustomerId(birth)), more).toList()
                : more.toList();
    }

    /// A condition on a column that names a birth customer; takes [#numbers] one by one. Nearly
    /// always it is one, which both databases look up.
    public String condition(String column) {
        return switch (all.size()) {
            case 0 -> "1 = 0";
            case 1 -> column + " = ?";
            default -> column + " IN (" + Sql.marks(all.size()) + ")";
        };
    }

    /// Whether everybody is just who was asked for, as nearly always.
    public boolean plain() {
        return others.isEmpty();
    }
}
