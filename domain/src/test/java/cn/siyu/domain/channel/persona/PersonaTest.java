package cn.siyu.domain.channel.persona;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.persona.Persona.Figure;
import cn.siyu.domain.channel.persona.PersonaAdvice.Industry;
import cn.siyu.domain.channel.persona.PersonaAdvice.Reason;
import cn.siyu.domain.channel.persona.PersonaAdvice.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {
    private final Persona persona = new Persona(
            "小完子",
            Figure.PERSONABLE,
            "亲切",
            List.of(new Persona.Topic("护肤", List.of("防晒", "精华"))),
            List.of(),
            List.of("稳赚", "No.1", "  "));

    @ParameterizedTest
    @ValueSource(strings = {"稳赚不赔", "稳 赚", "稳\u200B赚", "稳\n赚", "全网ＮＯ．１", "no.1 serum"})
    void findsAForbiddenClaimHoweverItIsWritten(String text) {
        assertThat(persona.check(text).forbidden()).hasSize(1);
    }

    @Test
    void namesAllClaimsAsTheyStandInThePersona() {
        assertThat(persona.check("稳赚，No.1，防晒").forbidden()).containsExactly("稳赚", "No.1");
        assertThat(persona.check("稳妥地赚").forbidden()).isEmpty();
    }

    @Test
    void warnsOfATextThatSpeaksOfNoneOfItsTopics() {
        assertThat(persona.check("今天聊聊防晒").offTopic()).isFalse();
        assertThat(persona.check("护肤小课堂").offTopic()).isFalse();
        assertThat(persona.check("基金上新").offTopic()).isTrue();
        assertThat(persona.check("  ").offTopic()).isFalse();
        var free = new Persona("小完子", Figure.PERSONABLE, "", List.of(), List.of(), List.of());
        assertThat(free.check("基金上新").offTopic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BEAUTY,SMALLER,PERSONABLE,true",
        "FRESH_FOOD,LARGER,PERSONABLE,false",
        "FINANCE,LARGER,AUTHORITATIVE,true",
        "EDUCATION,SMALLER,AUTHORITATIVE,false",
        "OTHER,SMALLER,PERSONABLE,true",
        "OTHER,LARGER,AUTHORITATIVE,true",
    })
    void recommendsAFigureByIndustryAndSize(Industry industry, Size size, Figure figure, boolean clear) {
        var advice = PersonaAdvice.of(industry, size);
        assertThat(advice.figure()).isEqualTo(figure);
        assertThat(advice.clear()).isEqualTo(clear);
        assertThat(advice.reasons()).isNotEmpty();
        assertThat(advice.forbidden()).contains("国家级");
    }

    @Test
    void givesTheReasonsAndTheClaimsOfTheTrade() {
        var advice = PersonaAdvice.of(Industry.HEALTH, Size.LARGER);
        assertThat(advice.reasons()).containsExactly(Reason.TRUST_IN_KNOWLEDGE, Reason.LARGER_BRAND);
        assertThat(advice.forbidden()).contains("治愈");
    }
}
