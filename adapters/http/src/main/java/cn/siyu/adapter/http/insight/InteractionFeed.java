package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.ItemResult;
import cn.siyu.adapter.http.json.Entry;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Located;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.insight.RecordInteractions.Item;
import cn.siyu.application.insight.RecordInteractions.Outcome;
import cn.siyu.application.insight.RecordInteractions.Refusal;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.InteractionKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns reported interactions into recorded ones, inside the transaction of a write.
@Singleton
final class InteractionFeed {
    private final LocateReports locate;
    private final RecordInteractions record;

    InteractionFeed(LocateReports locate, RecordInteractions record) {
        this.locate = locate;
        this.record = record;
    }

    /// @param places where each entry stands in the body
    List<ItemResult> record(Caller caller, List<Entry<ReportedInteraction>> entries, List<String> places) {
        var reports = new HashMap<String, ReportedInteraction>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Entry.Good<ReportedInteraction>(var report)) {
                reports.put(places.get(i), report);
            }
        }
        return Together.through(
                items(caller.brand(), entries, places),
                places,
                items -> record.join(new RecordInteractions.Command(caller.brand(), caller.sees(), items)),
                (outcome, at) -> result(outcome, Objects.requireNonNull(reports.get(at)), at));
    }

    private List<Entry<Item>> items(BrandId brand, List<Entry<ReportedInteraction>> entries, List<String> places) {
        List<Located> located = locate.answer(
                brand,
                entries.stream()
                        .map(entry -> entry instanceof Entry.Good<ReportedInteraction>(var report)
                                ? report.mention()
                                : Mention.NONE)
                        .toList());
        var items = new ArrayList<Entry<Item>>();
        for (int i = 0; i < entries.size(); i++) {
            Located where = located.get(i);
            String at = places.get(i);
            items.add(entries.get(i).then(report -> item(report, where, at)));
        }
        return items;
    }

    private static Entry<Item> item(ReportedInteraction report, Located where, String at) {
        var account = report.account();
        if (account != null && account.staffUserId() != null && where.account() == null) {
            return new Entry.Bad<>(List.of(Mistake.at(
                    at + "/account/staffUserId",
                    ProblemCode.REFERENCE_UNKNOWN,
                    Text.of(
                            "No account, or more than one, has this userid; name it by id.",
                            "没有账号或有多个账号使用此 userid；请用 id 指明。"))));
        }
        var keys = new ArrayList<IdentityKey>();
        var mistakes = new ArrayList<Mistake>();
        List<String> identities = report.places(at);
        for (int i = 0; i < identities.size(); i++) {
            String identity = identities.get(i);
            report.identities()
                    .get(i)
                    .key(report.source(), where.idScope())
                    .ifPresentOrElse(keys::add, () -> mistakes.add(Together.scopeMissing(identity)));
        }
        return mistakes.isEmpty() ? new Entry.Good<>(item(report, where, keys)) : new Entry.Bad<>(mistakes);
    }

    private static Item item(ReportedInteraction report, Located where, List<IdentityKey> keys) {
        var account = report.account();
        return new Item(
                new ExternalKey(report.source(), report.externalId()),
                new InteractionKind(report.kind()),
                keys,
                report.identifiedBy().source(),
                account == null || account.id() == null ? where.account() : account.id(),
                account == null ? null : account.staff(),
                report.touchpoint(),
                report.occurredAt());
    }

    private static ItemResult result(Outcome outcome, ReportedInteraction report, String at) {
        return switch (outcome) {
            case Outcome.Recorded(var interaction) -> new ItemResult.Made(interaction.publicId());
            case Outcome.Repeated(var interaction) -> new ItemResult.Known(interaction.publicId());
            case Outcome.Refused(var refusal) -> refused(refusal, report, at);
            case Outcome.Unlisted(var what, var known) -> unlisted(what, known, at);
        };
    }

    private static ItemResult unlisted(RecordInteractions.Listed what, Set<String> known, String at) {
        String all = known.stream().sorted().collect(Collectors.joining(", "));
        return switch (what) {
            case KIND ->
                Together.refused(
                        at + "/kind",
                        ProblemCode.NOT_ONE_OF,
                        Text.of(
                                "There is no such kind of interaction here; there are %s. The JOURNEY policy takes more.",
                                "这里没有此互动类型；现有 %s。可在 JOURNEY 政策中增加。", all));
            case TOUCHPOINT ->
                Together.refused(
                        at + "/touchpoint",
                        ProblemCode.NOT_ONE_OF,
                        Text.of(
                                "There is no such touchpoint here; there are %s. The JOURNEY policy takes more.",
                                "这里没有此触点；现有 %s。可在 JOURNEY 政策中增加。", all));
        };
    }

    private static ItemResult refused(Refusal refusal, ReportedInteraction report, String at) {
        return switch (refusal) {
            case UNKNOWN_CONTACT -> Together.unknownContact(report.placeOfContact(at));
            case NOBODY -> Together.nobody(report.placeOfAll(at));
            case UNKNOWN_ACCOUNT ->
                Together.refused(
                        at + "/account/id",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such channel account here.", "这里没有此渠道账号。"));
            case UNKNOWN_STAFF ->
                Together.refused(
                        at + "/account/staff",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such staff member here.", "这里没有此成员。"));
            case JOINS_UNSEEN ->
                Together.refused(
                        at + "/identities",
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "Only a key that sees the whole brand may join identities: it may merge customers. Name the one you know best.",
                                "合并身份可能合并客户，只有可见整个品牌的密钥才可以。请只写最确定的一个身份。"));
            case KEY_REUSED -> Together.keyReused(at);
        };
    }
}
