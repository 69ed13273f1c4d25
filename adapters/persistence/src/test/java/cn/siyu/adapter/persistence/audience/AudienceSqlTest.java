package cn.siyu.adapter.persistence.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.audience.CustomerFacts;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Evaluation;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.RandomExpressions;
import cn.siyu.domain.audience.RandomFacts;
import cn.siyu.domain.audience.Reading;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceSqlTest {
    private static final int CUSTOMERS = 200;
    private static final int EXPRESSIONS = 2_000;

    @Test
    void selectsOnH2WhatMemorySelects() throws SQLException {
        String url = "jdbc:h2:mem:audience;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url)) {
            selectsWhatMemorySelects(connection, 31);
        }
    }

    @Test
    void selectsOnPostgresWhatMemorySelects() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            selectsWhatMemorySelects(connection, 32);
        }
    }

    private static void selectsWhatMemorySelects(Connection connection, long seed) throws SQLException {
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random);
        List<CustomerFacts> customers =
                Stream.generate(facts::next).limit(CUSTOMERS).toList();
        FactsTable table = new FactsTable(connection).create();
        table.fill(customers);
        RandomExpressions expressions = new RandomExpressions(random);
        int telling = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expression expression = expressions.next(4);
            var selected = table.select(expression, RandomExpressions.asOf());
            assertThat(selected)
                    .as(ExpressionLanguage.text(expression))
                    .isEqualTo(FactsTable.inMemory(
                            customers, c -> Evaluation.matches(expression, c, RandomExpressions.asOf())));
            telling += selected.isEmpty() || selected.size() == CUSTOMERS ? 0 : 1;
        }
        assertThat(telling).as("expressions that select some and not others").isGreaterThan(EXPRESSIONS / 2);
    }

    @Test
    void bindsEveryValue() {
        String hostile = "x'' OR 1=1 --";
        Reading read = new ExpressionLanguage(CustomerField.catalogue())
                .ofText("customer.nickname = '" + hostile + "' and orders.count in (1, 2.5) and trust >= 40");
        Expression expression = ((Reading.Understood) read).expression();
        SqlFragment sql = AudienceSql.translate(
                expression,
                (field, asOf) -> new FieldColumn.Scalar(
                        SqlFragment.of("c." + field.name().replace('.', '_'))),
                RandomExpressions.asOf());
        assertThat(sql.text()).isEqualTo("(c.customer_nickname = ? AND c.orders_count IN (?, ?) AND c.trust >= ?)");
        assertThat(sql.params()).containsExactly("x' OR 1=1 --", 1L, new java.math.BigDecimal("2.5"), 40.0);
    }
}
