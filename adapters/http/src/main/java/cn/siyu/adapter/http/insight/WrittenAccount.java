package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.domain.id.PublicId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The account of a report, named in one of three ways.
///
/// @param id the account's id
/// @param staffUserId what the channel calls the member
/// @param staff the id of the staff member who holds it
record WrittenAccount(
        @Nullable PublicId id,
        @Nullable String staffUserId,
        @Nullable PublicId staff) {
    static WrittenAccount read(Input in) {
        var written = new WrittenAccount(
                in.id("id", IdType.CHANNEL_ACCOUNT).orNull(),
                in.text("staffUserId", 64).orNull(),
                in.id("staff", IdType.STAFF).orNull());
        long ways = Stream.of(written.id(), written.staffUserId(), written.staff())
                .filter(Objects::nonNull)
                .count();
        if (ways > 1) {
            in.complain(
                    "id",
                    ProblemCode.NOT_ALLOWED,
                    Text.of(
                            "Name the account in one way: id, staffUserId or staff.",
                            "只用一种方式指明账号：id、staffUserId 或 staff。"));
        }
        return written;
    }

    Mention mention() {
        return new Mention(id, staffUserId);
    }
}
