package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InterceptRules.Change;
import cn.siyu.application.channel.port.InterceptRules.Pattern;
import cn.siyu.application.channel.port.InterceptRules.Request;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [InterceptRules] does.
public interface InterceptRulesContract {
    FurtherWorld world();

    private static Request request(String name, String staff) {
        return new Request(name, List.of("返现", "加微信"), Set.of(Pattern.PHONE_NUMBER), true, Set.of(staff), Set.of());
    }

    @Test
    default void isMadeAndReadAsItIs() {
        var world = world();
        var rules = world.connection().interceptRules().orElseThrow();
        var request = request("私下交易", world.staff());
        var id = value(rules.create(request));
        assertThat(value(rules.fetch(id))).isEqualTo(new InterceptRules.Rule(id, request));
        assertThat(value(rules.list())).singleElement().satisfies(listed -> {
            assertThat(listed.ruleId()).isEqualTo(id);
            assertThat(listed.name()).isEqualTo("私下交易");
        });
    }

    @Test
    default void aRuleChangesWhatIsGivenOnly() {
        var world = world();
        var rules = world.connection().interceptRules().orElseThrow();
        var id = value(rules.create(request("私下交易", world.staff())));
        value(rules.change(
                id,
                new Change(
                        null,
                        List.of("返现"),
                        Set.of(Pattern.RED_PACKET),
                        null,
                        Set.of(world.otherStaff()),
                        Set.of(world.staff()))));
        assertThat(value(rules.fetch(id)).request())
                .isEqualTo(new Request(
                        "私下交易", List.of("返现"), Set.of(Pattern.RED_PACKET), true, Set.of(world.otherStaff()), Set.of()));
        value(rules.change(id, new Change("新名", List.of(), null, false, Set.of(), Set.of())));
        assertThat(value(rules.fetch(id)).request().blocks()).isFalse();
        assertThat(value(rules.fetch(id)).request().words()).containsExactly("返现");
    }

    @Test
    default void hasANameOfItsOwn() {
        var world = world();
        var rules = world.connection().interceptRules().orElseThrow();
        value(rules.create(request("一", world.staff())));
        assertThat(reason(rules.create(request("一", world.staff())))).isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(rules.create(request("名".repeat(21), world.staff())))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void aRuleIsGoneWhenDeleted() {
        var world = world();
        var rules = world.connection().interceptRules().orElseThrow();
        var id = value(rules.create(request("一", world.staff())));
        value(rules.delete(id));
        assertThat(reason(rules.fetch(id))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(rules.delete(id))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(value(rules.list())).isEmpty();
    }
}
