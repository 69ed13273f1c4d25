package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.ItemResult;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Entry;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Sends the sound entries of a batch through a use case together, and puts everything into the
/// order of the batch again.
final class Together {
    private Together() {}

    /// @param useCase one outcome per item, in their order
    /// @param result what an outcome comes to, at the place of its item in the body
    static <I, O> List<ItemResult> through(
            List<Entry<I>> entries,
            List<String> places,
            Function<List<I>, List<O>> useCase,
            BiFunction<O, String, ItemResult> result) {
        var sound = new ArrayList<I>();
        for (Entry<I> entry : entries) {
            if (entry instanceof Entry.Good<I>(var item)) {
                sound.add(item);
            }
        }
        Iterator<O> outcomes = sound.isEmpty()
                ? List.<O>of().iterator()
                : useCase.apply(List.copyOf(sound)).iterator();
        var results = new ArrayList<ItemResult>();
        for (Entry<I> entry : entries) {
            String at = places.get(results.size());
            results.add(
                    switch (entry) {
                        case Entry.Good<I> _ -> result.apply(outcomes.next(), at);
                        case Entry.Bad<I>(var mistakes) -> new ItemResult.Refused(Problems.body(mistakes));
                    });
        }
        return results;
    }

    /// What came of a report that came alone, as an answer: 201, or 200 if it was known.
    ///
    /// @param shown what clients see of it
    static <T> HttpResponse<T> alone(
            HttpRequest<?> request, IdType type, List<ItemResult> results, Function<PublicId, T> shown) {
        return switch (results.getFirst()) {
            case ItemResult.Made(var id) -> Created.under(request, type.format(id), shown.apply(id));
            case ItemResult.Known(var id) -> HttpResponse.ok(shown.apply(id));
            case ItemResult.Refused(var problem) -> throw problem;
        };
    }

    /// Where the items of a batch stand.
    static List<String> places(int items) {
        var places = new ArrayList<String>();
        for (int i = 0; i < items; i++) {
            places.add("/items/" + i);
        }
        return places;
    }

    static ItemResult refused(String pointer, ProblemCode code, Text detail) {
        return new ItemResult.Refused(Problems.body(pointer, code, detail));
    }

    static ItemResult keyReused(String at) {
        return new ItemResult.Refused(Problems.alreadyExists(
                at + "/externalId",
                Text.of(
                        "This key stands for something else that was reported before; facts are never rewritten.",
                        "此键已用于先前报告的另一事实；事实不可改写。")));
    }

    /// @param identity where the identity stands in the body
    static ItemResult unknownContact(String identity) {
        return refused(
                identity,
                ProblemCode.REFERENCE_UNKNOWN,
                Text.of(
                        "The platform never told us of this external user id. Check the value and its corp (scope).",
                        "平台从未告知此 external_userid。请检查其值和所属企业（scope）。"));
    }

    /// @param identity where the identity stands in the body
    static ItemResult nobody(String identity) {
        return refused(
                identity,
                ProblemCode.NOT_ALLOWED,
                Text.of(
                        "By the brand's policy IDENTITY this value is nobody's: zeros, a test number, a store's phone. Name the customer by something else.",
                        "按品牌的身份政策（IDENTITY），此值不属于任何人：全零、测试号码或门店电话。请用其他身份说明客户。"));
    }

    /// @param identity where the identity stands in the body
    static Mistake scopeMissing(String identity) {
        return Mistake.at(
                identity + "/scope",
                ProblemCode.MISSING,
                Text.of(
                        "What this identity belongs to can't be known here; say its scope (the corp id of an external user id, the account of a personal contact), or the account.",
                        "此处无法得知该身份的 scope；请写明（external_userid 为 corp id，个人号好友为其个人号），或指明账号。"));
    }
}
