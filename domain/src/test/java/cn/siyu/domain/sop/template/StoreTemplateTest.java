package cn.siyu.domain.sop.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Head office: send 1, wait a day, wait until 10:00 on day 3, a task, a tag.
class StoreTemplateTest {
    private static final DepartmentId BRAND = new DepartmentId(1);
    private static final DepartmentId REGION = new DepartmentId(2);
    private static final DepartmentId STORE = new DepartmentId(3);
    private static final DepartmentId OTHER_REGION = new DepartmentId(4);
    private static final SopVersionId VERSION = new SopVersionId(9);
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final Step DAY = new Step.WaitFor(Duration.ofDays(1));
    private static final Step TEN = until(3, 10);
    private static final Step TAG = new Step.Tag(Set.of(new TagId(7)), Set.of());
    private static final List<Step> STEPS = List.of(send(1), DAY, TEN, task("回访", "您好"), TAG);
    private static final StepBounds FREE = new StepBounds(true, true, Duration.ofHours(2));
    private static final TemplateBounds ALL =
            new TemplateBounds(VERSION, true, Map.of(0, FREE, 1, FREE, 2, FREE, 3, FREE, 4, FREE), 1);

    private static Step send(long material) {
        return new Step.Send(
                new MaterialId(material), "PRIVATE_CHAT", ContactClass.MARKETING, Duration.ofDays(2), false);
    }

    private static Step until(int day, int hour) {
        return new Step.WaitUntil(day, LocalTime.of(hour, 0));
    }

    private static Step task(String title, String script) {
        return new Step.Task(
                "CALL", title, TemplateReader.read(script, "").template(), Duration.ofDays(1), Duration.ofDays(2));
    }

    private static StoreVariant variant(DepartmentId department, @Nullable Boolean out, Map<Integer, Step> steps) {
        return new StoreVariant(
                department.value(),
                PublicId.of(NOW, department.value(), 1),
                VERSION,
                department,
                1,
                out,
                steps,
                PublicId.of(NOW, 99, 99),
                NOW);
    }

    private static StoreTemplate.AtStore at(TemplateBounds bounds, List<DepartmentId> path, StoreVariant... variants) {
        var definition = new SopDefinition(new Trigger.Manual(), null, new Holdout(0), STEPS, null, Set.of());
        return new StoreTemplate(
                        definition,
                        bounds,
                        Stream.of(variants).collect(Collectors.toMap(StoreVariant::department, Function.identity())))
                .at(path);
    }

    @Test
    void isHeadOfficesWhereNobodyChangesAnything() {
        var there = at(ALL, List.of(BRAND, REGION, STORE));

        assertThat(there.definition().steps()).isEqualTo(STEPS);
        assertThat(there.used()).isEmpty();
        assertThat(there.optedOut()).isEmpty();
    }

    @Test
    void takesEachStepFromWhoIsNearestToTheStore() {
        var region = variant(REGION, null, Map.of(0, send(20), 3, task("区域回访", "大家好")));
        var store = variant(STORE, null, Map.of(0, send(30)));

        var there = at(ALL, List.of(BRAND, REGION, STORE), region, store);

        assertThat(there.definition().steps().get(0)).isEqualTo(send(30));
        assertThat(there.definition().steps().get(3)).isEqualTo(task("区域回访", "大家好"));
        assertThat(there.definition().steps().get(2)).isEqualTo(TEN);
        assertThat(there.used())
                .containsEntry(0, store)
                .containsEntry(3, region)
                .hasSize(2);
        assertThat(at(ALL, List.of(BRAND, REGION), region, store)
                        .definition()
                        .steps()
                        .get(0))
                .isEqualTo(send(20));
    }

    /// A store that moves takes its own changes along and leaves its region's behind.
    @Test
    void followsTheTreeWhenAStoreMoves() {
        var region = variant(REGION, true, Map.of(3, task("区域回访", "大家好")));
        var other = variant(OTHER_REGION, null, Map.of(2, until(3, 11)));
        var store = variant(STORE, null, Map.of(0, send(30)));

        var before = at(ALL, List.of(BRAND, REGION, STORE), region, other, store);
        var after = at(ALL, List.of(BRAND, OTHER_REGION, STORE), region, other, store);

        assertThat(before.optedOut()).contains(region);
        assertThat(after.optedOut()).isEmpty();
        assertThat(after.used().keySet()).containsExactlyInAnyOrder(0, 2);
        assertThat(after.definition().steps().get(2)).isEqualTo(until(3, 11));
    }

    @Test
    void letsAStoreComeBackThatItsRegionLeavesOut() {
        var region = variant(REGION, true, Map.of());
        var store = variant(STORE, false, Map.of());

        assertThat(at(ALL, List.of(BRAND, REGION), region, store).optedOut()).contains(region);
        assertThat(at(ALL, List.of(BRAND, REGION, STORE), region, store).optedOut())
                .isEmpty();
    }

    /// Bounds that head office narrows hold at once: what they don't allow is head office's again.
    @Test
    void givesBackWhatTheBoundsDontAllowAnyMore() {
        var store = variant(STORE, true, Map.of(0, send(30), 2, until(3, 12)));
        var narrow =
                new TemplateBounds(VERSION, false, Map.of(2, new StepBounds(false, false, Duration.ofHours(1))), 2);

        var there = at(narrow, List.of(BRAND, STORE), store);

        assertThat(there.definition().steps()).isEqualTo(STEPS);
        assertThat(there.used()).isEmpty();
        assertThat(there.optedOut()).isEmpty();
    }

    @Test
    void allowsNothingButMaterialsTextsAndTimes() {
        var other = new Step.Send(new MaterialId(2), "PRIVATE_CHAT", ContactClass.SERVICE, Duration.ofDays(2), false);
        var longer = new Step.Task(
                "CALL", "回访", TemplateReader.read("您好", "").template(), Duration.ofDays(1), Duration.ofDays(9));

        assertThat(ALL.allow(STEPS, 0, send(2))).isTrue();
        assertThat(ALL.allow(STEPS, 0, other)).isFalse();
        assertThat(ALL.allow(STEPS, 0, TAG)).isFalse();
        assertThat(ALL.allow(STEPS, 1, new Step.WaitFor(Duration.ofHours(26)))).isTrue();
        assertThat(ALL.allow(STEPS, 1, new Step.WaitFor(Duration.ofHours(27)))).isFalse();
        assertThat(ALL.allow(STEPS, 2, until(3, 12))).isTrue();
        assertThat(ALL.allow(STEPS, 2, until(3, 13))).isFalse();
        assertThat(ALL.allow(STEPS, 2, until(4, 10))).isFalse();
        assertThat(ALL.allow(STEPS, 3, task("聊聊", "{{brand.name}}"))).isTrue();
        assertThat(ALL.allow(STEPS, 3, longer)).isFalse();
        assertThat(ALL.allow(STEPS, 4, new Step.Tag(Set.of(new TagId(8)), Set.of())))
                .isFalse();
        assertThat(ALL.allow(STEPS, 9, TAG)).isFalse();
    }

    /// Before the first deed nobody has looked at which store a customer is.
    @Test
    void keepsWaitsBeforeTheFirstDeedAsTheyAre() {
        var steps = List.of(DAY, send(1), DAY);

        assertThat(ALL.allow(steps, 0, new Step.WaitFor(Duration.ofHours(25)))).isFalse();
        assertThat(ALL.allow(steps, 0, DAY)).isTrue();
        assertThat(ALL.allow(steps, 2, new Step.WaitFor(Duration.ofHours(25)))).isTrue();
    }
}
