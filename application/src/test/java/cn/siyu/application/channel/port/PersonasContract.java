package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.persona.Persona;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Personas] does.
public interface PersonasContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No personas.
    Personas personas();

    /// A persona with everything.
    static Persona aPersona(String name, String... forbidden) {
        return new Persona(
                name,
                Persona.Figure.PERSONABLE,
                "亲切，像闺蜜",
                List.of(new Persona.Topic("护肤", List.of("精华", "防晒")), new Persona.Topic("日常", List.of())),
                List.of(new Persona.Slot(DayOfWeek.MONDAY, LocalTime.of(20, 30), "护肤")),
                List.of(forbidden));
    }

    private static Kept kept(@Nullable ChannelAccountId account, int version, String... forbidden) {
        return new Kept(account, aPersona("小完子", forbidden), version, NOW, NOW);
    }

    @Test
    default void keepsTheBrandsOwnAndThoseOfAccounts() {
        var personas = personas();
        var own = kept(null, 1, "最佳");
        var ofAccount = kept(new ChannelAccountId(5), 1, "稳赚");
        personas.put(BRAND, ofAccount);
        personas.put(BRAND, own);

        assertThat(personas.all(BRAND)).containsExactly(own, ofAccount);
        assertThat(personas.find(BRAND, null)).contains(own);
        assertThat(personas.find(BRAND, new ChannelAccountId(5))).contains(ofAccount);
        assertThat(personas.find(BRAND, new ChannelAccountId(6))).isEmpty();
        assertThat(personas.all(new BrandId(2))).isEmpty();
    }

    @Test
    default void replacesAndRemovesWhatNobodyElseChanged() {
        var personas = personas();
        personas.put(BRAND, kept(null, 1));
        personas.put(BRAND, kept(null, 2, "最佳"));

        assertThat(personas.find(BRAND, null)).contains(kept(null, 2, "最佳"));
        assertThatThrownBy(() -> personas.put(BRAND, kept(null, 1))).isInstanceOf(StaleAggregate.class);
        assertThatThrownBy(() -> personas.put(BRAND, kept(null, 2))).isInstanceOf(StaleAggregate.class);
        assertThatThrownBy(() -> personas.remove(BRAND, kept(null, 1))).isInstanceOf(StaleAggregate.class);
        personas.remove(BRAND, kept(null, 2));
        assertThat(personas.all(BRAND)).isEmpty();
    }
}
