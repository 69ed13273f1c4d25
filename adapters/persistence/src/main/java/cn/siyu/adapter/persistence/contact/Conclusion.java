package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.BatchOutcome;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an outcome writes into a batch's row, always behind the same guard: the epoch that called,
/// and no end reached yet.
record Conclusion(String assignments, List<@Nullable Object> values) {
    static Conclusion of(BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Sent sent ->
                new Conclusion(
                        "reason = NULL, channel_ref = ?, sent_at = ?, confirm_by = ?, poll_at = ?, remind_at = ?",
                        values(sent.channelRef(), sent.at(), sent.confirmBy(), sent.pollAt(), sent.remindAt()));
            case BatchOutcome.Delivered(var at) ->
                new Conclusion("reason = NULL, sent_at = ?, confirmed_at = ?", values(at, at));
            case BatchOutcome.Waits(var notBefore, var reason) ->
                new Conclusion("not_before = ?, reason = ?", values(notBefore, reason));
            case BatchOutcome.Failed(var reason) -> new Conclusion("reason = ?", values(reason));
            case BatchOutcome.TooLate(var reason) -> new Conclusion("reason = ?", values(reason));
            case BatchOutcome.Unknown(var reason) -> new Conclusion("reason = ?", values(reason));
        };
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (@Nullable Object value : values) {
            list.add(value);
        }
        return list;
    }

    boolean write(Sql sql, BrandId brand, SendBatchId batch, int epoch, BatchOutcome outcome) {
        List<@Nullable Object> parameters = new ArrayList<>(values);
        parameters.add(outcome.state());
        parameters.add(brand);
        parameters.add(batch.value());
        parameters.add(epoch);
        String command = "UPDATE send_batch SET " + assignments
                + ", state = ? WHERE brand = ? AND id = ? AND epoch = ? AND state IN ('INTENT', 'UNKNOWN')";
        return sql.update(command, parameters.toArray()) == 1;
    }
}
