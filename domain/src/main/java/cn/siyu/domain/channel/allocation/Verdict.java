package cn.siyu.domain.channel.allocation;

import java.util.LinkedHashMap;
import java.util.Map;

/// Whether an account may take a visitor, and if not, why (分配资格).
public sealed interface Verdict {
    /// It may.
    record Eligible() implements Verdict {}

    /// It is archived, or its holder is off duty.
    record Inactive() implements Verdict {}

    /// The channel doesn't let it add people now.
    record Unhealthy() implements Verdict {}

    /// It is outside its working hours.
    record OffHours() implements Verdict {}

    /// It holds as many customers as it may, held places included.
    record Full(int customers, int held, int totalCap) implements Verdict {}

    /// It added as many today as it may, held places included.
    record DailyFull(int addedToday, int held, int dailyCap) implements Verdict {}

    /// It belongs elsewhere than the tier that was asked.
    record Elsewhere() implements Verdict {}

    /// Its last place went to another visitor while this one was allocated.
    record TakenMeanwhile() implements Verdict {}

    /// The stable name of the verdict.
    default String code() {
        return switch (this) {
            case Eligible _ -> "ELIGIBLE";
            case Inactive _ -> "INACTIVE";
            case Unhealthy _ -> "UNHEALTHY";
            case OffHours _ -> "OFF_HOURS";
            case Full _ -> "FULL";
            case DailyFull _ -> "DAILY_FULL";
            case Elsewhere _ -> "ELSEWHERE";
            case TakenMeanwhile _ -> "TAKEN_MEANWHILE";
        };
    }

    /// The numbers it rests on.
    default Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        switch (this) {
            case Full(int customers, int held, int totalCap) -> {
                numbers.put("customers", customers);
                numbers.put("held", held);
                numbers.put("totalCap", totalCap);
            }
            case DailyFull(int addedToday, int held, int dailyCap) -> {
                numbers.put("addedToday", addedToday);
                numbers.put("held", held);
                numbers.put("dailyCap", dailyCap);
            }
            case Eligible _, Inactive _, Unhealthy _, OffHours _, Elsewhere _, TakenMeanwhile _ -> {}
        }
        return numbers;
    }
}
