package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.continuity.StartInheritance;
import cn.siyu.application.continuity.StartInheritance.Share;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inheritance as clients order it.
record InheritanceWish(
        PublicId staff,
        Inheritance.Kind kind,
        ContactWay.Rule rule,
        List<Share> takers,
        @Nullable PublicId department,
        @Nullable List<PublicId> customers,
        @Nullable List<String> groups,
        @Nullable String message) {
    static final String EXAMPLE =
            "{\"staff\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"kind\":\"AFTER_LEAVING\",\"rule\":\"LEAST_LOADED\","
                    + "\"takers\":[{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"weight\":2}]}";

    private static final int TAKERS = 100;
    private static final int NAMED = 1_000;
    private static final int GROUP = 128;
    private static final int MESSAGE = 200;
    private static final int WEIGHT = 1_000;

    static InheritanceWish read(Input in) {
        return new InheritanceWish(
                in.id("staff", IdType.STAFF).get(),
                in.oneOf("kind", Inheritance.Kind.class).get(),
                in.oneOf("rule", ContactWay.Rule.class).or(ContactWay.Rule.LEAST_LOADED),
                in.list("takers", 0, TAKERS).objects(InheritanceWish::share).or(List.of()),
                in.id("department", IdType.DEPARTMENT).orNull(),
                in.list("customers", 0, NAMED).ids(IdType.CUSTOMER).orNull(),
                in.list("groups", 0, NAMED).texts(GROUP).orNull(),
                in.text("message", MESSAGE).orNull());
    }

    private static Share share(Input in) {
        return new Share(
                in.id("account", IdType.CHANNEL_ACCOUNT).get(),
                in.integer("weight", 1, WEIGHT).orNull());
    }

    StartInheritance.Command by(Caller caller) {
        return new StartInheritance.Command(caller, staff, kind, rule, takers, department, customers, groups, message);
    }

    /// All that is wrong with it.
    static ProblemException wrong(List<StartInheritance.Mistake> mistakes) {
        return Problems.body(mistakes.stream().map(InheritanceWish::wrong).toList());
    }

    private static Mistake wrong(StartInheritance.Mistake mistake) {
        return switch (mistake) {
            case StartInheritance.Mistake.FromUnknown() ->
                unknown("/staff", Text.of("There is no such staff member here.", "这里没有此成员。"));
            case StartInheritance.Mistake.NothingHeld() ->
                Mistake.at(
                        "/staff",
                        ProblemCode.NOT_ALLOWED,
                        Text.of("This staff member holds no channel account.", "该成员没有渠道账号。"));
            case StartInheritance.Mistake.HoldsElsewhere() ->
                Mistake.at(
                        "/staff",
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "This staff member also holds accounts of departments that this key doesn't see. Use a key that sees them.",
                                "该成员还持有其他部门的账号，该密钥看不到这些部门。请使用可见这些部门的密钥。"));
            case StartInheritance.Mistake.TakerUnknown(int at) ->
                unknown("/takers/" + at + "/account", Text.of("There is no such channel account here.", "这里没有此渠道账号。"));
            case StartInheritance.Mistake.TakerIsGiver(int at) ->
                Mistake.at(
                        "/takers/" + at + "/account",
                        ProblemCode.NOT_ALLOWED,
                        Text.of("This account belongs to the one who hands over.", "此账号属于移交人本人。"));
            case StartInheritance.Mistake.DepartmentUnknown() ->
                unknown("/department", Text.of("There is no such department here.", "这里没有此部门。"));
            case StartInheritance.Mistake.NobodyTakesOver() ->
                Mistake.at(
                        "/takers",
                        ProblemCode.MISSING,
                        Text.of("Name accounts that take over, or a department that has any.", "请指定接替账号，或指定有账号的部门。"));
            case StartInheritance.Mistake.CustomerUnknown(int at) ->
                unknown("/customers/" + at, Text.of("There is no such customer here.", "这里没有此客户。"));
            case StartInheritance.Mistake.MessageAfterLeaving() ->
                Mistake.at(
                        "/message",
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "Customers of somebody who has left are told in the platform's own words; leave it out.",
                                "离职继承由平台使用固定文案通知客户，请去掉此项。"));
        };
    }

    private static Mistake unknown(String pointer, Text text) {
        return Mistake.at(pointer, ProblemCode.REFERENCE_UNKNOWN, text);
    }
}
