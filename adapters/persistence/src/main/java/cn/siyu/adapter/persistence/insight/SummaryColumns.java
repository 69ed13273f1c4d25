package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.sql.SQLException;
import java.time.ZoneId;

/// How a customer is read together with what is computed about it.
final class SummaryColumns {
    static final String FROM = " FROM customer c JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id";
    private static final String COLUMNS = """
            SELECT c.id, c.public_id, c.nickname, c.gender, c.zone,
              EXISTS (SELECT 1 FROM customer b WHERE b.brand = c.brand AND b.person = c.id AND b.blacklisted) AS blacklisted,
              c.version, c.created_at, c.updated_at,
              s.stage, s.stage_since, s.dormant, s.lost, s.trust, s.trust_brand, s.trust_social, s.confidence,
              s.trust_as_of, s.orders_count, s.orders_amount, s.last_paid_at, s.last_interaction_at
            """;
    static final String SELECT = COLUMNS + FROM;

    /// The person whom a public id stands for, and whether it has other birth customers.
    static final String BY_ID = COLUMNS + """
            , EXISTS (SELECT 1 FROM customer b WHERE b.brand = c.brand AND b.person = c.id AND b.id <> c.id) AS merged
             FROM customer h JOIN customer c ON c.brand = h.brand AND c.id = h.person
             JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id
             WHERE h.brand = ? AND h.public_id = ?""";

    private SummaryColumns() {}

    static CustomerSummary read(Row row) throws SQLException {
        String zone = row.textOrNull("zone");
        var customer = new Customer(
                new CustomerId(row.number("id")),
                row.publicId("public_id"),
                row.textOrNull("nickname"),
                row.constant("gender", Customer.Gender.class),
                zone == null ? null : ZoneId.of(zone),
                row.flag("blacklisted"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
        return new CustomerSummary(
                customer,
                row.constant("stage", Stage.class),
                row.instant("stage_since"),
                row.flag("dormant"),
                row.flag("lost"),
                row.realOrNull("trust"),
                row.real("trust_brand"),
                row.realOrNull("trust_social"),
                row.real("confidence"),
                row.instant("trust_as_of"),
                row.integer("orders_count"),
                row.number("orders_amount"),
                row.instantOrNull("last_paid_at"),
                row.instantOrNull("last_interaction_at"));
    }
}
