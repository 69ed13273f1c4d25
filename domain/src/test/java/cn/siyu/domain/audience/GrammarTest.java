package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    private final ExpressionLanguage language = new ExpressionLanguage(CustomerField.catalogue());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "trust.social >= 40 and tags has 'vip' and not stage in (LOST); trust.social >= 40 and tags has 'vip' and not lost",
                "lost or dormant and blacklisted; lost or (dormant and blacklisted)",
                "(lost or dormant) and blacklisted; (lost or dormant) and blacklisted",
                "lost and (dormant and blacklisted); lost and dormant and blacklisted",
                "not (lost and dormant); not (lost and dormant)",
                "NOT lost AND NOT dormant; not lost and not dormant",
                "((((lost)))); lost",
                "lost = false; not lost",
                "lost != false; lost",
                "stage='INTEREST'; stage = INTEREST",
                "stage != LOST; not lost",
                "stage in (INTEREST, DORMANT, LOST); stage in (INTEREST) or dormant or lost",
                "stage not in (INTEREST); not stage in (INTEREST)",
                "stage is not known; stage is unknown",
                "orders.count between 1 and 3; orders.count >= 1 and orders.count <= 3",
                "orders.count not between 1 and 3; not (orders.count >= 1 and orders.count <= 3)",
                "orders.count>=02.50; orders.count >= 2.5",
                "orders.amountMinor > -100; orders.amountMinor > -100",
                "tags has any ('a', 'b', 'a'); tags has any ('a', 'b')",
                "tags has all ('a'); tags has 'a'",
                "tags not has all ('a', 'b'); not tags has all ('a', 'b')",
                "channel has WECOM; channel has WECOM",
                "channel has 'DINGTALK'; channel has DINGTALK",
                "channel has 'Ding Talk'; channel has 'Ding Talk'",
                "customer.nickname = 'it''s'; customer.nickname = 'it''s'",
                "customer.nickname starts with '☕🐼'; customer.nickname starts with '☕🐼'",
                "addedAt>now-P1W; addedAt > now - P7D",
                "addedAt > now - PT36H; addedAt > now - P1DT12H",
                "addedAt <= now + PT90M; addedAt <= now + PT1H30M",
                "addedAt > now; addedAt > now",
                "addedAt > now - PT0S; addedAt > now",
                "addedAt > 2026-01-01; addedAt > 2026-01-01",
                "addedAt > '2026-01-01'; addedAt > 2026-01-01",
                "addedAt > 2026-01-01T08:00:00.5+08:00; addedAt > 2026-01-01T00:00:00.500Z",
            })
    void understandsAndPrintsCanonically(String text, String canonical) {
        assertThat(language.ofText(text))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        u -> assertThat(ExpressionLanguage.text(u.expression())).isEqualTo(canonical));
    }

    @Test
    void writesTheJsonForm() {
        Expression expression = ((Reading.Understood)
                        language.ofText("trust >= 40.5 and tags has 'vip' and not (dormant or addedAt < now - P30D)"))
                .expression();
        assertThat(ExpressionLanguage.tree(expression))
                .isEqualTo(Map.of(
                        "op",
                        "and",
                        "of",
                        List.of(
                                Map.of("op", ">=", "field", "trust", "value", new java.math.BigDecimal("40.5")),
                                Map.of("op", "has", "field", "tags", "value", "vip"),
                                Map.of(
                                        "op",
                                        "not",
                                        "of",
                                        List.of(Map.of(
                                                "op",
                                                "or",
                                                "of",
                                                List.of(
                                                        Map.of("op", "=", "field", "dormant", "value", true),
                                                        Map.of(
                                                                "op",
                                                                "<",
                                                                "field",
                                                                "addedAt",
                                                                "value",
                                                                "now - P30D"))))))));
    }

    @Test
    void readsJsonNumbersOfAnyKind() {
        Reading expected = language.ofText("orders.count > 2");
        for (Number two : List.<Number>of(2, 2L, 2.0, new java.math.BigDecimal("2.00"), java.math.BigInteger.TWO)) {
            assertThat(language.ofTree(Map.of("op", ">", "field", "orders.count", "value", two)))
                    .isEqualTo(expected);
        }
        assertThat(language.ofTree(Map.of("op", "between", "field", "orders.count", "from", 1, "to", 3)))
                .isEqualTo(language.ofText("orders.count between 1 and 3"));
    }

    @Test
    void holdsTheSameFieldsForMemoryAndCatalogue() {
        assertThat(CustomerField.catalogue().fields()).hasSize(CustomerField.values().length);
        for (CustomerField field : CustomerField.values()) {
            assertThat(CustomerField.of(field.field())).contains(field);
        }
    }
}
