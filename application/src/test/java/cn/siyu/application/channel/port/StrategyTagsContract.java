package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [StrategyTags] does.
public interface StrategyTagsContract {
    FurtherWorld world();

    private static long strategy(FurtherWorld world, String name) {
        return value(world.connection()
                .customerStrategies()
                .orElseThrow()
                .create(new Strategies.Request(
                        null,
                        name,
                        Set.of(world.staff()),
                        Set.of(),
                        List.of(new Strategies.Node.Staff(world.staff())))));
    }

    @Test
    default void belongToTheirStrategy() {
        var world = world();
        var tags = world.connection().strategyTags().orElseThrow();
        long east = strategy(world, "华东");
        long south = strategy(world, "华南");
        var made = value(tags.create(east, "意向", List.of("高", "低")));
        assertThat(made.tags()).extracting(TagDirectory.Tag::name).containsExactlyInAnyOrder("高", "低");
        assertThat(value(tags.list(east))).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo("意向");
            assertThat(group.tags()).containsExactlyInAnyOrderElementsOf(made.tags());
        });
        assertThat(value(tags.list(south))).isEmpty();
    }

    @Test
    default void areRenamedAndDeleted() {
        var world = world();
        var tags = world.connection().strategyTags().orElseThrow();
        long east = strategy(world, "华东");
        var made = value(tags.create(east, "意向", List.of("高", "低")));
        var high = made.tags().getFirst();
        value(tags.rename(high.id(), "很高"));
        assertThat(value(tags.list(east)).getFirst().tags()).contains(new TagDirectory.Tag(high.id(), "很高"));
        value(tags.delete(Set.of(high.id())));
        assertThat(value(tags.list(east)).getFirst().tags()).hasSize(1);
        value(tags.delete(Set.of(made.tags().getLast().id())));
        assertThat(value(tags.list(east)))
                .as("the last tag takes its group with it")
                .isEmpty();
    }

    @Test
    default void belongToNoStrategyThatIsNone() {
        var tags = world().connection().strategyTags().orElseThrow();
        assertThat(tags.list(987_654)).isInstanceOf(Answer.NotDone.class);
        assertThat(tags.create(987_654, "意向", List.of("高"))).isInstanceOf(Answer.NotDone.class);
    }
}
