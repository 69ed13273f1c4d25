package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How a transfer and its row correspond.
final class TransferRow {
    static final String CUSTOMER = "CUSTOMER";
    static final String GROUP = "GROUP";

    static final String COLUMNS = """
            t.id, t.inheritance, t.kind, t.ref, t.customer, t.relationship, t.identity, t.from_account, t.to_account,
            t.state, t.reason, t.asked_in, t.due_at, t.asked_at, t.taken_at, t.ended_at, t.became, t.version
            """;

    static final String SELECT = "SELECT " + COLUMNS + " FROM transfer t ";

    static final Additions ADD = new Additions("""
            INSERT INTO transfer (brand, id, inheritance, kind, ref, customer, relationship, identity, from_account,
              to_account, state, reason, open_key, asked_in, due_at, asked_at, taken_at, ended_at, became, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    static final String UPDATE = """
            UPDATE transfer SET to_account = ?, state = ?, reason = ?, open_key = ?, asked_in = ?, due_at = ?,
              asked_at = ?, taken_at = ?, ended_at = ?, became = ?, version = ?
            WHERE brand = ? AND id = ? AND version = ?""";

    private TransferRow() {}

    static String kind(boolean ofCustomers) {
        return ofCustomers ? CUSTOMER : GROUP;
    }

    private static @Nullable String openKey(Transfer one) {
        if (!one.open()) {
            return null;
        }
        return switch (one.subject()) {
            case Transfer.OfCustomer customer -> "r" + customer.relationship().value();
            case Transfer.OfGroup(var ref) -> "g" + one.from().value() + ":" + ref;
        };
    }

    static @Nullable Object[] inserted(BrandId brand, Transfer one) {
        var customer = one.subject() instanceof Transfer.OfCustomer of ? of : null;
        return new @Nullable Object[] {
            brand,
            one.id(),
            one.inheritance().value(),
            kind(one.ofCustomer()),
            one.subject().ref(),
            customer == null ? null : customer.customer(),
            customer == null ? null : customer.relationship(),
            customer == null ? null : customer.identity(),
            one.from(),
            one.to(),
            one.state(),
            one.reason(),
            openKey(one),
            one.call(),
            one.dueAt(),
            one.askedAt(),
            one.takenAt(),
            one.endedAt(),
            one.became(),
            one.version()
        };
    }

    static @Nullable Object[] updated(BrandId brand, Transfer one) {
        return new @Nullable Object[] {
            one.to(),
            one.state(),
            one.reason(),
            openKey(one),
            one.call(),
            one.dueAt(),
            one.askedAt(),
            one.takenAt(),
            one.endedAt(),
            one.became(),
            one.version(),
            brand,
            one.id(),
            one.version() - 1
        };
    }

    static Transfer read(Row row) throws SQLException {
        Long to = row.numberOrNull("to_account");
        Long became = row.numberOrNull("became");
        String reason = row.textOrNull("reason");
        return new Transfer(
                row.number("id"),
                new InheritanceId(row.number("inheritance")),
                subject(row),
                new ChannelAccountId(row.number("from_account")),
                to == null ? null : new ChannelAccountId(to),
                row.constant("state", Transfer.State.class),
                reason == null ? null : Transfer.Reason.valueOf(reason),
                row.numberOrNull("asked_in"),
                row.instant("due_at"),
                row.instantOrNull("asked_at"),
                row.instantOrNull("taken_at"),
                row.instantOrNull("ended_at"),
                became == null ? null : new RelationshipId(became),
                row.integer("version"));
    }

    private static Transfer.Subject subject(Row row) throws SQLException {
        return row.text("kind").equals(GROUP)
                ? new Transfer.OfGroup(row.text("ref"))
                : new Transfer.OfCustomer(
                        new CustomerId(row.number("customer")),
                        new RelationshipId(row.number("relationship")),
                        new IdentityId(row.number("identity")),
                        row.text("ref"));
    }
}
