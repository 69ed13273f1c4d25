package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@Singleton
final class SqlReferenceBook implements ReferenceBook {
    private final Sql sql;

    SqlReferenceBook(Sql sql) {
        this.sql = sql;
    }

    private record Named(long number, PublicId id) {}

    @Override
    public Map<PublicId, Long> numbers(BrandId brand, Kind kind, Collection<PublicId> ids) {
        Map<PublicId, Long> numbers = new HashMap<>();
        UUID[] wanted = ids.stream().map(PublicId::value).toArray(UUID[]::new);
        sql.list(
                        "SELECT id, public_id FROM " + table(kind) + " WHERE brand = ? AND public_id = ANY(?)"
                                + usable(kind),
                        row -> new Named(row.number("id"), row.publicId("public_id")),
                        brand,
                        wanted)
                .forEach(each -> numbers.put(each.id(), each.number()));
        return numbers;
    }

    @Override
    public Map<Long, PublicId> publicIds(BrandId brand, Kind kind, Collection<Long> numbers) {
        Map<Long, PublicId> ids = new HashMap<>();
        sql.list(
                        "SELECT id, public_id FROM " + table(kind) + " WHERE brand = ? AND id = ANY(?)",
                        row -> new Named(row.number("id"), row.publicId("public_id")),
                        brand,
                        Numbers.of(numbers, Long::longValue))
                .forEach(each -> ids.put(each.number(), each.id()));
        return ids;
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case MATERIAL -> "material";
            case TAG -> "tag";
            case CONTACT_WAY -> "contact_way";
        };
    }

    private static String usable(Kind kind) {
        return switch (kind) {
            case MATERIAL, CONTACT_WAY -> " AND archived_at IS NULL";
            case TAG -> "";
        };
    }
}
