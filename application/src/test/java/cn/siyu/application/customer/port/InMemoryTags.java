package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tags in memory.
public final class InMemoryTags implements Tags {
    private static final Comparator<Assignment> ORDER = Comparator.comparingLong(
                    (Assignment one) -> one.customer().value())
            .thenComparingLong(one -> one.tag().value())
            .thenComparingLong(InMemoryTags::accountOf);

    private final InMemoryStore.Table<Long, Row> table;
    private final InMemoryStore.Table<String, Given> given;
    private final InMemoryStore.Table<Long, NotedIn> notes;

    private record Row(BrandId brand, Tag tag) {}

    private record Given(BrandId brand, Assignment assignment) {}

    private record NotedIn(BrandId brand, Noted change) {}

    public InMemoryTags(InMemoryStore store) {
        this.table = store.table();
        this.given = store.table();
        this.notes = store.table();
    }

    private Stream<Tag> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::tag);
    }

    @Override
    public void add(BrandId brand, Tag tag) {
        if (byName(brand, tag.group(), tag.name()).isPresent()) {
            throw new AlreadyExists("tag", tag.group() + "/" + tag.name());
        }
        table.rows().put(tag.id().value(), new Row(brand, tag));
    }

    @Override
    public void replace(BrandId brand, Tag tag) {
        var stored =
                in(brand).filter(one -> one.id().equals(tag.id())).findFirst().orElseThrow();
        if (stored.version() + 1 != tag.version()) {
            throw new StaleAggregate("tag", tag.id().value());
        }
        table.rows().put(tag.id().value(), new Row(brand, tag));
    }

    @Override
    public List<Tag> findAll(BrandId brand, Collection<TagId> ids) {
        return in(brand).filter(tag -> ids.contains(tag.id())).toList();
    }

    @Override
    public Optional<Tag> byPublicId(BrandId brand, PublicId id) {
        return in(brand).filter(tag -> tag.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<Tag> byName(BrandId brand, String group, String name) {
        return in(brand)
                .filter(tag -> tag.group().equals(group) && tag.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Tag> byChannelRefs(BrandId brand, Collection<String> refs) {
        return in(brand)
                .filter(tag -> tag.channelRef() != null && refs.contains(tag.channelRef()))
                .toList();
    }

    @Override
    public List<Tag> all(BrandId brand) {
        return in(brand)
                .sorted(Comparator.comparing(Tag::group).thenComparing(Tag::name))
                .toList();
    }

    @Override
    public List<Assignment> of(BrandId brand, Collection<CustomerId> customers) {
        return given.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Given::assignment)
                .filter(one -> customers.contains(one.customer()))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Set<Assignment> set(BrandId brand, Collection<Assignment> assignments, String source, Instant at) {
        var added = new LinkedHashSet<Assignment>();
        for (Assignment one : assignments) {
            if (given.rows().putIfAbsent(key(brand, one), new Given(brand, one)) == null) {
                added.add(one);
            }
        }
        return added;
    }

    @Override
    public Set<Assignment> unset(BrandId brand, Collection<Assignment> assignments) {
        var gone = new LinkedHashSet<Assignment>();
        for (Assignment one : assignments) {
            if (given.rows().remove(key(brand, one)) != null) {
                gone.add(one);
            }
        }
        return gone;
    }

    @Override
    public void note(BrandId brand, Collection<Noted> changes) {
        changes.forEach(change -> notes.rows().put(change.id(), new NotedIn(brand, change)));
    }

    /// What was noted, oldest first.
    public List<Noted> noted(BrandId brand) {
        return notes.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(NotedIn::change)
                .toList();
    }

    private static String key(BrandId brand, Assignment one) {
        return brand.value() + "/" + one.customer().value() + "/" + one.tag().value() + "/" + accountOf(one);
    }

    private static long accountOf(Assignment one) {
        var account = one.account();
        return account == null ? 0 : account.value();
    }
}
