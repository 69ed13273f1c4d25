package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An interaction as a client reports it.
///
/// @param together whether the body names a list of identities, not a single one
record ReportedInteraction(
        String source,
        String externalId,
        String kind,
        String touchpoint,
        List<WrittenIdentity> identities,
        boolean together,
        IdentifiedBy identifiedBy,
        @Nullable WrittenAccount account,
        Instant occurredAt) {
    /// How many identities one interaction takes.
    static final int MOST_IDENTITIES = 10;

    /// What no interface gives to an app, so that no login can prove it.
    private static final Set<IdentityType> NOT_BY_LOGIN = Set.of(IdentityType.PERSONAL_CONTACT, IdentityType.WECHAT_ID);

    /// How the reporting system knows that the identities are one person's.
    enum IdentifiedBy {
        /// The person logged in, and the platform gave the identities.
        LOGIN(IdentitySource.LOGIN),
        /// The system has them beside each other in its lists.
        IMPORT(IdentitySource.IMPORT);

        private final IdentitySource source;

        IdentifiedBy(IdentitySource source) {
            this.source = source;
        }

        IdentitySource source() {
            return source;
        }
    }

    static ReportedInteraction read(Input in) {
        var together = in.hasValue("identities");
        var report = new ReportedInteraction(
                Codes.source(in),
                Codes.externalId(in),
                Codes.code(in, "kind").get(),
                Codes.code(in, "touchpoint").get(),
                identities(in),
                together,
                in.oneOf("identifiedBy", IdentifiedBy.class).or(IdentifiedBy.IMPORT),
                in.object("account", WrittenAccount::read).orNull(),
                in.instant("occurredAt").get());
        report.complainOfLogins(in);
        return report;
    }

    private static List<WrittenIdentity> identities(Input in) {
        var one = in.object("identity", WrittenIdentity::read).orNull();
        var several = in.list("identities", 1, MOST_IDENTITIES)
                .objects(WrittenIdentity::read)
                .or(List.of());
        boolean alone = in.hasValue("identity");
        if (alone == in.hasValue("identities")) {
            in.complain(
                    alone ? "identities" : "identity",
                    alone ? ProblemCode.CONTRADICTION : ProblemCode.MISSING,
                    Text.of(
                            "Name the customer in one way: by identity, or by identities if the system knows several.",
                            "请只用一种方式说明客户：identity，或系统已知多个身份时用 identities。"));
        }
        return one == null ? several : List.of(one);
    }

    private void complainOfLogins(Input in) {
        if (identifiedBy == IdentifiedBy.LOGIN
                && identities.stream().anyMatch(identity -> NOT_BY_LOGIN.contains(identity.type()))) {
            in.complain(
                    "identifiedBy",
                    ProblemCode.CONTRADICTION,
                    Text.of(
                            "No login gives a PERSONAL_CONTACT or a WECHAT_ID; leave it out, or say IMPORT.",
                            "登录不会给出 PERSONAL_CONTACT 或 WECHAT_ID；请去掉该身份，或写 IMPORT。"));
        }
    }

    Mention mention() {
        return account == null ? Mention.NONE : account.mention();
    }

    /// Where each identity stands in the body.
    ///
    /// @param at where the report does
    List<String> places(String at) {
        if (!together) {
            return List.of(at + "/identity");
        }
        var places = new ArrayList<String>();
        for (int i = 0; i < identities.size(); i++) {
            places.add(at + "/identities/" + i);
        }
        return places;
    }

    /// Where to look for the external user id that isn't known: at it, or at all if there are
    /// several.
    String placeOfContact(String at) {
        int[] contacts = IntStream.range(0, identities.size())
                .filter(i -> identities.get(i).type() == IdentityType.EXTERNAL_USERID)
                .toArray();
        return contacts.length == 1 ? places(at).get(contacts[0]) + "/value" : at + "/identities";
    }

    /// Where all that is said of who it was stands.
    String placeOfAll(String at) {
        return identities.size() == 1 ? places(at).getFirst() + "/value" : at + "/identities";
    }
}
