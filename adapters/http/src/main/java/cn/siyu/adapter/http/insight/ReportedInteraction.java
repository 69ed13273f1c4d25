package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.application.insight.LocateReports.Mention;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An interaction as a client reports it.
record ReportedInteraction(
        String source,
        String externalId,
        String kind,
        String touchpoint,
        WrittenIdentity identity,
        @Nullable WrittenAccount account,
        Instant occurredAt) {
    static ReportedInteraction read(Input in) {
        return new ReportedInteraction(
                Codes.source(in),
                Codes.externalId(in),
                Codes.code(in, "kind").get(),
                Codes.code(in, "touchpoint").get(),
                in.object("identity", WrittenIdentity::read).get(),
                in.object("account", WrittenAccount::read).orNull(),
                in.instant("occurredAt").get());
    }

    Mention mention() {
        return account == null ? Mention.NONE : account.mention();
    }
}
