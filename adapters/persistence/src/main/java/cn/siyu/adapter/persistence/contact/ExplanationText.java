package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.application.contact.port.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Explanations of decisions as JSON text.
final class ExplanationText {
    private ExplanationText() {}

    record Stored(
            String policy,
            List<StoredGround> grounds,
            @Nullable String earliestAt) {}

    record StoredGround(
            String code,
            String policy,
            Map<String, Object> numbers,
            String remedy,
            @Nullable String earliestAt) {}

    static String write(Explanation explanation) {
        return Json.write(new Stored(
                explanation.policy(),
                explanation.grounds().stream().map(ExplanationText::stored).toList(),
                text(explanation.earliestAt())));
    }

    static Explanation read(String text) {
        var stored = Json.read(text, Stored.class);
        return new Explanation(
                stored.policy(),
                stored.grounds().stream().map(ExplanationText::ground).toList(),
                instant(stored.earliestAt()));
    }

    private static StoredGround stored(Explanation.Ground ground) {
        return new StoredGround(
                ground.code(), ground.policy(), ground.numbers(), ground.remedy(), text(ground.earliestAt()));
    }

    private static Explanation.Ground ground(StoredGround stored) {
        return new Explanation.Ground(
                stored.code(), stored.policy(), stored.numbers(), stored.remedy(), instant(stored.earliestAt()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
