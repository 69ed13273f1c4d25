package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlContactLog implements ContactLog {
    private final Sql sql;

    SqlContactLog(Sql sql) {
        this.sql = sql;
    }

    /// A search that grows: each condition brings its parameters.
    private static final class Search {
        final StringBuilder where = new StringBuilder();
        final List<@Nullable Object> parameters = new ArrayList<>();

        Search(BrandId brand) {
            parameters.add(brand);
        }

        Search and(String condition, @Nullable Object value) {
            if (value != null) {
                where.append(" AND ").append(condition);
                parameters.add(value);
            }
            return this;
        }

        Search within(Sight sight) {
            return switch (sight) {
                case Sight.Everything _ -> this;
                case Sight.Departments(var departments) ->
                    and("a.department = ANY(?)", Numbers.of(departments, DepartmentId::value));
                case Sight.Staff(var staff) -> and("a.staff = ?", staff.value());
            };
        }

        @Nullable
        Object[] upTo(int atMost) {
            parameters.add(atMost);
            return parameters.toArray();
        }
    }

    @Override
    public Optional<SendView> send(BrandId brand, Sight sight, PublicId id) {
        return sends(new Search(brand).and("s.public_id = ?", id).within(sight), 1).stream()
                .findFirst();
    }

    @Override
    public List<SendView> sends(BrandId brand, Sight sight, SendFilter filter, long before, int atMost) {
        var customer = filter.customer();
        var account = filter.account();
        var search = new Search(brand)
                .and("s.id < ?", before)
                .and("s.customer = ?", customer == null ? null : customer.value())
                .and("s.account = ?", account == null ? null : account.value())
                .and("s.sop_version = ?", filter.sopVersion())
                .and("s.wave = ?", filter.wave())
                .and(SendViewRow.STATE + " = ?", filter.state())
                .within(sight);
        return sends(search, atMost);
    }

    private List<SendView> sends(Search search, int atMost) {
        String query = SendViewRow.SELECT + " WHERE s.brand = ?" + search.where
                + " ORDER BY s.brand DESC, s.id DESC FETCH FIRST ? ROWS ONLY";
        return sql.list(query, SendViewRow::read, search.upTo(atMost));
    }

    @Override
    public Optional<BatchView> batch(BrandId brand, Sight sight, PublicId id) {
        return batches(new Search(brand).and("b.public_id = ?", id).within(sight), 1).stream()
                .findFirst();
    }

    @Override
    public List<BatchView> batches(BrandId brand, Sight sight, BatchFilter filter, long before, int atMost) {
        var account = filter.account();
        var search = new Search(brand)
                .and("b.id < ?", before)
                .and("b.account = ?", account == null ? null : account.value())
                .and("b.state = ?", filter.state())
                .and("b.sent_at >= ?", filter.sentFrom())
                .and("b.sent_at < ?", filter.sentBefore())
                .within(sight);
        return batches(search, atMost);
    }

    private List<BatchView> batches(Search search, int atMost) {
        String query = BatchViewRow.SELECT + " WHERE b.brand = ?" + search.where
                + " ORDER BY b.brand DESC, b.id DESC FETCH FIRST ? ROWS ONLY";
        return sql.list(query, BatchViewRow::read, search.upTo(atMost));
    }
}
