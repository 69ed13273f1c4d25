package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.domain.insight.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as a client reports it.
///
/// @param currency null: the brand's
record ReportedOrder(
        String source,
        String externalId,
        WrittenIdentity identity,
        Instant paidAt,
        long amountMinor,
        @Nullable String currency,
        List<Order.Line> lines,
        @Nullable String storeExternalId,
        String salesChannel) {
    /// The most that one amount can be, in minor units.
    static final long MOST_MINOR = 1_000_000_000_000L;

    private static final int MOST_LINES = 500;

    static ReportedOrder read(Input in) {
        return new ReportedOrder(
                Codes.source(in),
                Codes.externalId(in),
                in.object("identity", WrittenIdentity::read).get(),
                in.instant("paidAt").get(),
                in.longInteger("amountMinor", 0, MOST_MINOR).get(),
                in.text("currency", 3)
                        .where(
                                text -> text.matches("[A-Z]{3}"),
                                ProblemCode.BAD_FORMAT,
                                Text.of("A currency is written like CNY.", "币种写作 CNY 这样的三位代码。"))
                        .orNull(),
                in.list("lines", 0, MOST_LINES).objects(ReportedOrder::line).or(List.of()),
                in.text("storeExternalId", 120).orNull(),
                Codes.code(in, "salesChannel").or("UNKNOWN"));
    }

    private static Order.Line line(Input in) {
        var sku = in.text("sku", 80).get();
        var category = in.text("category", 80).orNull();
        int quantity = in.integer("quantity", 1, 1_000_000).get();
        long amount = in.longInteger("amountMinor", 0, MOST_MINOR).get();
        return new Order.Line(sku, category, quantity, amount);
    }
}
