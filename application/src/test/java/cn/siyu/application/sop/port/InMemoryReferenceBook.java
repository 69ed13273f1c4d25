package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What can be referred to, as it was put in.
public final class InMemoryReferenceBook implements ReferenceBook {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(BrandId brand, Kind kind, long number, PublicId id, boolean usable) {}

    public void put(BrandId brand, Kind kind, long number, PublicId id) {
        entries.add(new Entry(brand, kind, number, id, true));
    }

    /// It can't be used in new definitions any more.
    public void archive(BrandId brand, Kind kind, long number) {
        entries.replaceAll(each -> each.brand().equals(brand) && each.kind() == kind && each.number() == number
                ? new Entry(brand, kind, number, each.id(), false)
                : each);
    }

    @Override
    public Map<PublicId, Long> numbers(BrandId brand, Kind kind, Collection<PublicId> ids) {
        Map<PublicId, Long> numbers = new HashMap<>();
        for (Entry each : entries) {
            if (each.brand().equals(brand) && each.kind() == kind && each.usable() && ids.contains(each.id())) {
                numbers.put(each.id(), each.number());
            }
        }
        return numbers;
    }

    @Override
    public Map<Long, PublicId> publicIds(BrandId brand, Kind kind, Collection<Long> numbers) {
        Map<Long, PublicId> ids = new HashMap<>();
        for (Entry each : entries) {
            if (each.brand().equals(brand) && each.kind() == kind && numbers.contains(each.number())) {
                ids.put(each.number(), each.id());
            }
        }
        return ids;
    }
}
