package cn.siyu.application.customer.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Tags] does.
public interface TagsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// A repository without tags.
    Tags tags();

    /// A tag with a number.
    static Tag aTag(long number, String name, @Nullable String ref, int version) {
        return new Tag(new TagId(number), PublicId.of(NOW, number, number), "意向", name, ref, version, NOW, NOW);
    }

    @Test
    default void findsTagsEveryWay() {
        var tags = tags();
        var high = aTag(2, "high", "et2", 1);
        var low = aTag(1, "low", null, 1);
        tags.add(BRAND, high);
        tags.add(BRAND, low);

        assertThat(tags.all(BRAND)).containsExactly(high, low);
        assertThat(tags.byName(BRAND, "意向", "low")).contains(low);
        assertThat(tags.byPublicId(BRAND, high.publicId())).contains(high);
        assertThat(tags.byChannelRefs(BRAND, List.of("et2", "et3"))).containsExactly(high);
        assertThat(tags.findAll(BRAND, List.of(new TagId(1)))).containsExactly(low);
        assertThat(tags.all(new BrandId(2))).isEmpty();
    }

    @Test
    default void refusesATakenNameAndAStaleReplacement() {
        var tags = tags();
        tags.add(BRAND, aTag(1, "low", null, 1));

        assertThatThrownBy(() -> tags.add(BRAND, aTag(2, "low", null, 1))).isInstanceOf(AlreadyExists.class);
        tags.replace(BRAND, aTag(1, "low", "et1", 2));
        assertThat(tags.byChannelRefs(BRAND, List.of("et1"))).hasSize(1);
        assertThatThrownBy(() -> tags.replace(BRAND, aTag(1, "low", "et2", 2))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void setsAndUnsetsOnce() {
        var tags = tags();
        var whole = new Assignment(new CustomerId(7), new TagId(1), null);
        var there = new Assignment(new CustomerId(7), new TagId(1), new ChannelAccountId(5));

        assertThat(tags.set(BRAND, List.of(whole), "API", NOW)).containsExactly(whole);
        assertThat(tags.set(BRAND, List.of(whole, there), "API", NOW)).containsExactly(there);
        assertThat(tags.of(BRAND, List.of(new CustomerId(7)))).containsExactly(whole, there);
        assertThat(tags.unset(BRAND, List.of(whole))).containsExactly(whole);
        assertThat(tags.unset(BRAND, List.of(whole))).isEmpty();
        assertThat(tags.of(BRAND, List.of(new CustomerId(7)))).containsExactly(there);
        assertThat(tags.of(new BrandId(2), List.of(new CustomerId(7)))).isEmpty();
    }
}
