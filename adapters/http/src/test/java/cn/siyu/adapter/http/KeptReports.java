package cn.siyu.adapter.http;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports of `demo` about one day, the first of March 2026 in Shanghai: what is asked about other
/// days, or by whoever doesn't see Ada's accounts, is empty.
final class KeptReports implements Reports {
    static final Instant MIDDAY = Instant.parse("2026-03-01T04:00:00Z");

    private static boolean tells(BrandId brand, Sight sight, Instant from, Instant until) {
        return sight.held(FactsWorld.ADA, FactsWorld.STORE_1)
                && brand.equals(World.DEMO)
                && !from.isAfter(MIDDAY)
                && until.isAfter(MIDDAY);
    }

    private static <T> List<T> told(boolean tells, List<T> rows) {
        return tells ? rows : List.of();
    }

    @Override
    public List<FunnelRow> funnel(BrandId brand, Sight sight, Instant from, Instant until) {
        return told(
                tells(brand, sight, from, until),
                List.of(
                        new FunnelRow("counter-1", "一店收银台", Stage.INTEREST, 40, 3, 2),
                        new FunnelRow(null, null, Stage.ENTRANCE, 2, 0, 0)));
    }

    @Override
    public List<SopRow> sops(BrandId brand, Sight sight, Instant from, Instant until) {
        var refused = Map.of("GAP", 3L, "QUIET_HOURS", 1L, "BRAND_CAP", 3L);
        return told(
                tells(brand, sight, from, until),
                List.of(
                        new SopRow(id(1), "欢迎", id(2), 1, 30, 26, refused, 24, 8, 3, 1, 2500, 1250),
                        new SopRow(id(1), "欢迎", id(3), 2, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0)));
    }

    @Override
    public List<CohortRow> cohorts(BrandId brand, Sight sight, ZoneId zone, Instant from, Instant until, Instant now) {
        return told(
                tells(brand, sight, from, until),
                List.of(new CohortRow(YearMonth.of(2026, 2), 3, 2, Map.of(7, 1L, 1, 0L))));
    }

    @Override
    public List<TouchpointRow> touchpoints(BrandId brand, Sight sight, Instant from, Instant until) {
        return told(
                tells(brand, sight, from, until),
                List.of(new TouchpointRow("LIVE", "WATCHED", 7, 5), new TouchpointRow("MOMENTS", "LIKE", 3, 2)));
    }

    @Override
    public List<SalesChannelRow> salesChannels(BrandId brand, Sight sight, Instant from, Instant until) {
        return told(
                tells(brand, sight, from, until),
                List.of(new SalesChannelRow("APP", 4), new SalesChannelRow("MINI_PROGRAM", 2)));
    }

    @Override
    public List<SendRecord> sendRecords(
            BrandId brand,
            Sight sight,
            Instant from,
            Instant until,
            @Nullable PublicId account,
            @Nullable Long before,
            int atMost) {
        Stream<SendRecord> all = LongStream.of(3, 2, 1).mapToObj(KeptReports::record);
        return told(
                tells(brand, sight, from, until),
                all.filter(row -> before == null || row.number() < before)
                        .filter(row -> account == null || account.equals(row.account()))
                        .limit(atMost)
                        .toList());
    }

    private static SendRecord record(long number) {
        return new SendRecord(
                number,
                id(number),
                FactsWorld.publicId(FactsWorld.ACCOUNT_OF_ADA.value()),
                "ada",
                "MASS",
                "MARKETING",
                "SENT",
                100,
                MIDDAY,
                number == 1 ? MIDDAY.plusSeconds(60) : null,
                number == 1 ? 90 : 0);
    }

    private static PublicId id(long number) {
        return FactsWorld.publicId(number);
    }
}
