package cn.siyu.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On H2, what is looked up in a table that is still empty is looked up by the index that will do
/// when it is full.
class BrandColumnsTest {
    private final Sql sql = TestDatabase.H2.emptied().getBean(Sql.class);

    /// As at a start: H2 counts for itself in between, and other tests have left it other numbers.
    @BeforeEach
    void starts() {
        new BrandColumns(sql);
    }

    @Test
    void saysOfEveryTableThatTheBrandFindsNoRow() {
        assertThat(sql.list(
                        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                                + " AND column_name = 'brand' AND selectivity <> 1",
                        row -> row.text("table_name")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM attribution WHERE brand = ? AND customer_order = ?|attribution_of_order",
                "SELECT MAX(paid_at) AS plan FROM customer_order WHERE brand = ? AND customer = ?|customer_order_of",
                "SELECT MAX(occurred_at) AS plan FROM interaction WHERE brand = ? AND customer = ?|interaction_of",
                "SELECT id FROM relationship WHERE brand = ? AND customer = ?|relationship_of",
                "SELECT id FROM channel_account WHERE brand = ? AND address = ?|channel_account_reached",
            })
    void plansForAFullTable(String query, String index) {
        assertThat(sql.first("EXPLAIN " + query, row -> row.text("plan"), 1, 7).orElseThrow())
                .contains("public." + index + ":");
    }
}
