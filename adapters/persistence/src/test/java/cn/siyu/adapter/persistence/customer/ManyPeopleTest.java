package cn.siyu.adapter.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Asking who is one person costs by how many are asked for, not by how many there are, even where the database made
/// its
/// plan for empty tables.
class ManyPeopleTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final int MANY = 40_000;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void looksUpTheFewThatAreAskedFor(TestDatabase database) {
        var context = database.emptied();
        var people = context.getBean(People.class);
        var sql = context.getBean(Sql.class);
        var few = LongStream.rangeClosed(1, 50).mapToObj(CustomerId::new).toList();
        assertThat(people.births(BRAND, few)).hasSize(50);
        var rows = new ArrayList<@Nullable Object[]>();
        for (long n = 1; n <= MANY; n++) {
            long person = n % 20 == 0 ? n - 1 : n;
            rows.add(new @Nullable Object[] {BRAND, n, PublicId.of(NOW, n, n), person, n, NOW, NOW});
        }
        context.getBean(UnitOfWork.class).run(() -> sql.batch("""
                INSERT INTO customer (brand, id, public_id, person, component, gender, blacklisted, version, created_at,
                  updated_at)
                VALUES (?, ?, ?, ?, ?, 'UNKNOWN', FALSE, 1, ?, ?)""", rows));
        people.births(BRAND, few);

        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(people.births(BRAND, few).get(new CustomerId(20)))
                    .isEqualTo(List.of(new CustomerId(20), new CustomerId(19)));
            people.of(BRAND, few);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }
}
