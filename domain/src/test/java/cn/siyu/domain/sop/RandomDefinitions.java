package cn.siyu.domain.sop;

import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.RandomExpressions;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.SopDefinition.Exit;
import cn.siyu.domain.sop.SopDefinition.Goal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Random definitions that can be read, with steps whose days grow.
public final class RandomDefinitions {
    private static final List<String> SCRIPTS =
            List.of("", "您好，{{customer.nickname|朋友}}", "我是{{staff.name}}，\\{{不是变量\\}}", "a\nb {x} \"c\"");

    private final RandomGenerator random;
    private int day;

    public RandomDefinitions(RandomGenerator random) {
        this.random = random;
    }

    public SopDefinition next() {
        day = 0;
        @Nullable Expression audience = random.nextBoolean() ? new RandomExpressions(random).next(3) : null;
        List<Step> steps = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            steps.add(step());
        }
        return new SopDefinition(
                trigger(audience),
                audience,
                new Holdout(random.nextInt(5_001)),
                steps,
                random.nextBoolean() ? new Goal(Goal.Kind.PURCHASE, minutes(), random.nextBoolean()) : null,
                Arrays.stream(Exit.values()).filter(_ -> random.nextBoolean()).collect(Collectors.toSet()));
    }

    private Trigger trigger(@Nullable Expression audience) {
        @Nullable Duration reenterAfter = random.nextBoolean() ? minutes() : null;
        return switch (random.nextInt(audience == null ? 2 : 3)) {
            case 0 -> new Trigger.Manual();
            case 1 ->
                new Trigger.RelationshipAdded(
                        numbers().stream().map(ContactWayId::new).collect(Collectors.toSet()), reenterAfter);
            default -> new Trigger.AudienceMet(random.nextBoolean() ? minutes().plusHours(1) : null, reenterAfter);
        };
    }

    private Step step() {
        return switch (random.nextInt(5)) {
            case 0 -> {
                var length = minutes();
                day += (int) length.toDays() + 1;
                yield new Step.WaitFor(length);
            }
            case 1 -> {
                day += 1 + random.nextInt(3);
                yield new Step.WaitUntil(day, LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
            }
            case 2 ->
                new Step.Send(
                        new MaterialId(number()),
                        "PRIVATE_CHAT",
                        random.nextBoolean() ? ContactClass.SERVICE : ContactClass.MARKETING,
                        minutes(),
                        random.nextBoolean());
            case 3 -> tag();
            default -> {
                var due = minutes();
                var script = TemplateReader.read(SCRIPTS.get(random.nextInt(SCRIPTS.size())), "");
                yield new Step.Task("CALL", "致电客户", script.template(), due, due.plusMinutes(random.nextInt(90)));
            }
        };
    }

    private Step tag() {
        Set<TagId> add = numbers().stream().map(TagId::new).collect(Collectors.toSet());
        Set<TagId> remove =
                numbers().stream().map(n -> new TagId(n + 1_000_000)).collect(Collectors.toSet());
        return add.isEmpty() && remove.isEmpty()
                ? new Step.Tag(Set.of(new TagId(1)), remove)
                : new Step.Tag(add, remove);
    }

    private Set<Long> numbers() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> number()).collect(Collectors.toSet());
    }

    private long number() {
        return 1L + random.nextInt(1_000);
    }

    private Duration minutes() {
        return Duration.ofMinutes(1 + random.nextInt(5_000));
    }
}
