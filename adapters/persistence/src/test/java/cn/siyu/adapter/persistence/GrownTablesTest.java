package cn.siyu.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import org.junit.jupiter.api.Test;

class GrownTablesTest {
    private static final String ADD = "INSERT INTO customer_tag (brand, customer) VALUES (?, ?)";

    private final GrownTables grown = new GrownTables();

    @Test
    void tellsATableOnceWhenABrandHasTenTimesAsMuchInIt() {
        grown.changed(ADD, new BrandId(1), 999);
        assertThat(grown.next()).isNull();
        grown.changed(ADD, new BrandId(1), 1);
        assertThat(grown.next()).isEqualTo("customer_tag");
        grown.changed(ADD, new BrandId(1), 5_000);
        assertThat(grown.next()).isNull();
        grown.changed(ADD, new BrandId(1), 200_000);
        assertThat(grown.next()).isEqualTo("customer_tag");
        assertThat(grown.next()).isNull();
        grown.changed(ADD, new BrandId(1), 5_000_000);
        assertThat(grown.next()).isNull();
    }

    @Test
    void countsEachBrandByItself() {
        grown.changed(ADD, new BrandId(1), 600);
        grown.changed(ADD, new BrandId(2), 600);
        assertThat(grown.next()).isNull();
    }

    @Test
    void countsAdditionsOnly() {
        grown.changed("UPDATE customer_tag SET source = ?", "API", 5_000);
        grown.changed("DELETE FROM customer_tag", null, 5_000);
        assertThat(grown.next()).isNull();
    }
}
