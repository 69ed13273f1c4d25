package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Input;
import java.time.Instant;

/// A refund as a client reports it.
record ReportedRefund(String externalId, long amountMinor, Instant refundedAt) {
    static ReportedRefund read(Input in) {
        return new ReportedRefund(
                Codes.externalId(in),
                in.longInteger("amountMinor", 1, ReportedOrder.MOST_MINOR).get(),
                in.instant("refundedAt").get());
    }
}
