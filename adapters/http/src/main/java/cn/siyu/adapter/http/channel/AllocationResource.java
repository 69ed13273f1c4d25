package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.AllocationView;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One visit to a contact way, and why it was led where it was.
///
/// @param id its id
/// @param state how far it came
/// @param account who was shown; null if nobody could take the visitor
/// @param visitedAt when the link was opened
/// @param holdUntil until when a place is held; null if none is
/// @param considered what was found of each account, tier by tier; empty if the visitor was led
///     back to a known account
@Serdeable
record AllocationResource(
        @Schema(example = "alc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        AllocationRecord.State state,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant visitedAt,

        @Nullable @Schema(example = "2026-11-23T09:50:00.000Z")
        Instant holdUntil,

        @ArraySchema(maxItems = 300) List<Considered> considered) {

    /// What was found of one account in one tier.
    ///
    /// @param tier where it was looked for: WANTED, ANYWHERE or OVERFLOW
    /// @param account the account
    /// @param accountName how customers see it
    /// @param verdict what was found; ELIGIBLE if it could take the visitor
    /// @param numbers what the verdict rests on
    /// @param explanation the verdict in words
    @Serdeable
    @Schema(name = "ConsideredAccount")
    record Considered(
            @Schema(example = "ANYWHERE", maxLength = 20) String tier,

            @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String account,

            @Schema(example = "小店员", maxLength = 100) String accountName,
            @Schema(example = "DAILY_FULL", maxLength = 30) String verdict,

            @Schema(type = "object", example = "{\"addedToday\":98,\"dailyCap\":100,\"held\":2}")
            Map<String, Integer> numbers,

            @Schema(
                    example = "It took 98 new customers today and holds 2 places; its daily cap is 100.",
                    maxLength = 300)
            String explanation) {}

    static AllocationResource of(AllocationView view, Language language) {
        AllocationRecord visit = view.record();
        PublicId account = view.account();
        return new AllocationResource(
                IdType.ALLOCATION.format(visit.publicId()),
                visit.state(),
                account == null ? null : IdType.CHANNEL_ACCOUNT.format(account),
                visit.visitedAt(),
                visit.holdUntil(),
                visit.considered().stream()
                        .map(found -> considered(found, view, language))
                        .toList());
    }

    private static Considered considered(AllocationRecord.Considered found, AllocationView view, Language language) {
        var named = Objects.requireNonNull(view.accounts().get(found.account()));
        return new Considered(
                found.tier(),
                IdType.CHANNEL_ACCOUNT.format(named.account()),
                named.name(),
                found.verdict(),
                found.numbers(),
                explained(found).in(language));
    }

    private static Text explained(AllocationRecord.Considered found) {
        Map<String, Integer> numbers = found.numbers();
        return switch (found.verdict()) {
            case "ELIGIBLE" -> Text.of("It could take the visitor.", "可以接待。");
            case "INACTIVE" -> Text.of("It is not in use.", "账号未启用。");
            case "UNHEALTHY" -> Text.of("The channel does not let it add people now.", "平台当前限制其添加客户。");
            case "OFF_HOURS" -> Text.of("It was outside its working hours.", "不在工作时间。");
            case "FULL" ->
                Text.of(
                        "It has %s customers and holds %s places; its cap is %s.",
                        "已有 %s 位客户，占位 %s 个，上限 %s。",
                        numbers.getOrDefault("customers", 0),
                        numbers.getOrDefault("held", 0),
                        numbers.getOrDefault("totalCap", 0));
            case "DAILY_FULL" ->
                Text.of(
                        "It took %s new customers today and holds %s places; its daily cap is %s.",
                        "今日新增 %s 位，占位 %s 个，每日上限 %s。",
                        numbers.getOrDefault("addedToday", 0),
                        numbers.getOrDefault("held", 0),
                        numbers.getOrDefault("dailyCap", 0));
            case "ELSEWHERE" -> Text.of("It belongs to another department than was asked for.", "不属于所需部门。");
            case "TAKEN_MEANWHILE" -> Text.of("Its last place went to another visitor.", "最后一个名额被其他访客占用。");
            default -> Text.same(found.verdict());
        };
    }
}
