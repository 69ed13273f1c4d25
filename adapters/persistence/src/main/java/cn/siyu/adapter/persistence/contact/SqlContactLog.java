package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlContactLog implements ContactLog {
    private final Sql sql;
    private final People people;

    SqlContactLog(Sql sql, People people) {
        this.people = people;
        this.sql = sql;
    }

    @Override
    public Optional<SendView> send(BrandId brand, Sight sight, PublicId id) {
        return sends(new LogSearch(brand).and("s.public_id = ?", id).sends(sight), 1).stream()
                .findFirst();
    }

    @Override
    public List<SendView> sends(BrandId brand, Sight sight, SendFilter filter, long before, int atMost) {
        var of = filter.of();
        var search = new LogSearch(brand)
                .and("s.id < ?", before)
                .customer("s.customer", births(brand, of.customer()))
                .is("s.account", "channel_account", of.account())
                .is("s.sop", "sop", of.sop())
                .is("s.sop_version", "sop_version", of.sopVersion())
                .is("s.wave", "wave", of.wave())
                .is("s.batch", "send_batch", of.batch())
                .in(SendViewRow.STATE, filter.states())
                .in("s.contact_class", filter.classes())
                .and("s.created_at >= ?", filter.plannedFrom())
                .and("s.created_at < ?", filter.plannedBefore())
                .sends(sight);
        return sends(search, atMost);
    }

    private @Nullable Births births(BrandId brand, @Nullable PublicId customer) {
        return customer == null ? null : people.births(brand, customer);
    }

    private List<SendView> sends(LogSearch search, int atMost) {
        String query = SendViewRow.SELECT + " WHERE s.brand = ?" + search.where()
                + " ORDER BY s.brand DESC, s.id DESC FETCH FIRST ? ROWS ONLY";
        return sql.list(query, SendViewRow::read, search.upTo(atMost));
    }

    @Override
    public Optional<BatchView> batch(BrandId brand, Sight sight, PublicId id) {
        return batches(new LogSearch(brand).and("b.public_id = ?", id).batches(sight), 1).stream()
                .findFirst();
    }

    @Override
    public List<BatchView> batches(BrandId brand, Sight sight, BatchFilter filter, long before, int atMost) {
        var search = new LogSearch(brand)
                .and("b.id < ?", before)
                .is("b.account", "channel_account", filter.account())
                .in("b.state", filter.states())
                .and("b.sent_at >= ?", filter.sentFrom())
                .and("b.sent_at < ?", filter.sentBefore())
                .batches(sight);
        return batches(search, atMost);
    }

    private List<BatchView> batches(LogSearch search, int atMost) {
        String query = BatchViewRow.SELECT + " WHERE b.brand = ?" + search.where()
                + " ORDER BY b.brand DESC, b.id DESC FETCH FIRST ? ROWS ONLY";
        return sql.list(query, BatchViewRow::read, search.upTo(atMost));
    }
}
