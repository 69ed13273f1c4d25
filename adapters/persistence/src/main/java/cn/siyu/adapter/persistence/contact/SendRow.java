package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendOrigin;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A send as a row. Sends come by the ten thousand, so they are bound and read without a mapper.
final class SendRow {
    static final String SELECT = """
            SELECT s.id, s.public_id, s.batch, s.wave, s.enrolment, s.sop, s.sop_version, s.step, s.customer, s.relationship,
              s.account, s.identity, s.recipient, s.contact_class, s.touchpoint, s.win_back, s.zone, s.material,
              s.deadline_at, s.decision, s.reason, s.explanation, s.deferred_until, s.reserved_at, s.created_at
            """;

    /// Of which sends: those whose column is one of the numbers.
    static String among(String column) {
        return SELECT + "FROM " + Numbers.WANTED + " JOIN send s ON s." + column + " = wanted.n ";
    }

    private SendRow() {}

    /// What is decided, with the key at the end.
    static @Nullable Object[] decision(BrandId brand, Send send, Map<Explanation, String> texts) {
        var route = send.route();
        var batch = send.batch();
        var decision = send.decision();
        return new @Nullable Object[] {
            batch == null ? null : batch.value(),
            route == null ? null : route.relationship().value(),
            route == null ? null : route.account().value(),
            route == null ? null : route.identity().value(),
            route == null ? null : route.recipient(),
            send.aim().zone().getId(),
            decision.verdict(),
            decision.reason(),
            texts.computeIfAbsent(decision.explanation(), ExplanationText::write),
            decision.until(),
            send.reservedAt(),
            brand,
            send.id().value()
        };
    }

    /// What is decided, the key, and what never changes.
    static @Nullable Object[] all(BrandId brand, Send send, Map<Explanation, String> texts) {
        var first = decision(brand, send, texts);
        var origin = send.origin();
        var aim = send.aim();
        var rest = new @Nullable Object[] {
            send.publicId(),
            origin == null ? null : origin.wave(),
            origin == null ? null : origin.enrolment(),
            origin == null ? null : origin.sop(),
            origin == null ? null : origin.sopVersion(),
            origin == null ? null : origin.step(),
            aim.customer().value(),
            aim.contactClass(),
            aim.touchpoint(),
            aim.winBack(),
            send.material(),
            aim.deadline(),
            send.createdAt()
        };
        var all = new @Nullable Object[first.length + rest.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    static Send read(Row row) throws SQLException {
        Long batch = row.numberOrNull("batch");
        return new Send(
                new SendId(row.number("id")),
                row.publicId("public_id"),
                batch == null ? null : new SendBatchId(batch),
                origin(row),
                aim(row),
                route(row),
                row.numberOrNull("material"),
                decided(row),
                row.instantOrNull("reserved_at"),
                row.instant("created_at"));
    }

    private static @Nullable SendOrigin origin(Row row) throws SQLException {
        Long enrolment = row.numberOrNull("enrolment");
        return enrolment == null
                ? null
                : new SendOrigin(
                        enrolment,
                        row.number("sop"),
                        row.number("sop_version"),
                        row.integer("step"),
                        row.numberOrNull("wave"));
    }

    private static Send.Aim aim(Row row) throws SQLException {
        return new Send.Aim(
                new CustomerId(row.number("customer")),
                row.constant("contact_class", ContactClass.class),
                row.text("touchpoint"),
                row.flag("win_back"),
                ZoneId.of(row.text("zone")),
                row.instant("deadline_at"));
    }

    private static Send.@Nullable Route route(Row row) throws SQLException {
        Long relationship = row.numberOrNull("relationship");
        return relationship == null
                ? null
                : new Send.Route(
                        new RelationshipId(relationship),
                        new ChannelAccountId(row.number("account")),
                        new IdentityId(row.number("identity")),
                        row.text("recipient"));
    }

    private static Send.Decision decided(Row row) throws SQLException {
        return new Send.Decision(
                row.constant("decision", Send.Verdict.class),
                row.textOrNull("reason"),
                ExplanationText.read(row.text("explanation")),
                row.instantOrNull("deferred_until"));
    }
}
