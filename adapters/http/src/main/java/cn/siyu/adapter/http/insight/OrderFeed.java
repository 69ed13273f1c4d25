package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.answer.ItemResult;
import cn.siyu.adapter.http.json.Entry;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.application.insight.RecordOrders;
import cn.siyu.application.insight.RecordOrders.Item;
import cn.siyu.application.insight.RecordOrders.Outcome;
import cn.siyu.application.insight.RecordOrders.Refusal;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns reported orders into recorded ones, inside the transaction of a write.
@Singleton
final class OrderFeed {
    private final LocateReports locate;
    private final RecordOrders record;
    private final Currencies currencies;

    OrderFeed(LocateReports locate, RecordOrders record, Currencies currencies) {
        this.locate = locate;
        this.record = record;
        this.currencies = currencies;
    }

    /// @param places where each entry stands in the body
    List<ItemResult> record(BrandId brand, List<Entry<ReportedOrder>> entries, List<String> places) {
        var scope = locate.answer(brand, List.of(Mention.NONE)).getFirst().idScope();
        var currency = currencies.of(brand);
        var items = new ArrayList<Entry<Item>>();
        for (int i = 0; i < entries.size(); i++) {
            String at = places.get(i);
            items.add(entries.get(i).then(report -> item(report, scope, currency, at)));
        }
        return Together.through(
                items, places, sound -> record.join(new RecordOrders.Command(brand, sound)), OrderFeed::result);
    }

    private static Entry<Item> item(ReportedOrder report, Optional<String> scope, String currency, String at) {
        var written = report.currency();
        return report.identity()
                .key(report.source(), scope)
                .<Entry<Item>>map(key -> new Entry.Good<>(new Item(
                        new ExternalKey(report.source(), report.externalId()),
                        List.of(key),
                        report.paidAt(),
                        report.amountMinor(),
                        written == null ? currency : written,
                        report.storeExternalId(),
                        report.salesChannel(),
                        report.lines())))
                .orElseGet(() -> new Entry.Bad<>(List.of(Together.scopeMissing(at + "/identity"))));
    }

    private static ItemResult result(Outcome outcome, String at) {
        return switch (outcome) {
            case Outcome.Recorded(var order) -> new ItemResult.Made(order.publicId());
            case Outcome.Repeated(var order) -> new ItemResult.Known(order.publicId());
            case Outcome.Refused(var refusal) -> refused(refusal, at);
        };
    }

    private static ItemResult refused(Refusal refusal, String at) {
        return switch (refusal) {
            case UNKNOWN_CONTACT -> Together.unknownContact(at + "/identity/value");
            case NOBODY -> Together.nobody(at + "/identity/value");
            case UNKNOWN_STORE ->
                Together.refused(
                        at + "/storeExternalId",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no store with this external id.", "没有使用此外部编号的门店。"));
            case OTHER_CURRENCY ->
                Together.refused(
                        at + "/currency",
                        ProblemCode.NOT_ALLOWED,
                        Text.of("The brand counts in another currency.", "品牌使用另一币种。"));
            case KEY_REUSED -> Together.keyReused(at);
        };
    }
}
