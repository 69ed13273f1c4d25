package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.sop.WrittenAudience;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.graduation.DefineProgram;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program as somebody wants it.
record ProgramWish(
        String name,
        Program.Kind kind,
        @Nullable JsonNode audience,
        BigDecimal holdout,
        List<PublicId> accounts,
        PublicId material,
        @Nullable PublicId sop,
        Duration answerWithin) {
    static final String EXAMPLE = "{\"name\":\"前 2% 迁移到个人号\",\"kind\":\"GRADUATION\","
            + "\"audience\":\"value.tier = CORE and trust.social >= 50\",\"holdout\":0.2,"
            + "\"accounts\":[\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"],\"material\":\"mat_01kaj4v5x8e6rtz3m0w9q2c4hd\","
            + "\"answerWithin\":\"P14D\"}";

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ACCOUNTS = 200;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static ProgramWish read(Input in) {
        in.readOnly("state", "startedAt", "endedAt", "nextLookAt");
        return new ProgramWish(
                in.text("name", LONGEST_NAME)
                        .where(
                                name -> name.length() <= LONGEST_NAME, // a database may count emoji twice
                                ProblemCode.TOO_LONG,
                                Text.of("This is too long: emoji count twice.", "名称过长：表情符号按两个字符计算。"))
                        .get(),
                in.oneOf("kind", Program.Kind.class).get(),
                in.tree("audience", WrittenAudience.SHAPE).orNull(),
                in.decimal("holdout", BigDecimal.ZERO, HALF).get(),
                in.list("accounts", 1, MOST_ACCOUNTS)
                        .ids(IdType.CHANNEL_ACCOUNT)
                        .get(),
                in.id("material", IdType.MATERIAL).get(),
                in.id("sop", IdType.SOP).orNull(),
                in.duration("answerWithin", Duration.ofDays(1), Duration.ofDays(90))
                        .or(Duration.ofDays(14)));
    }

    DefineProgram.Command command(Caller caller) {
        return new DefineProgram.Command(
                caller,
                name,
                kind,
                audience == null ? null : WrittenAudience.read(audience),
                new Holdout(holdout.multiply(BigDecimal.valueOf(Assignment.BUCKETS))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact()),
                accounts.stream().distinct().toList(),
                material,
                sop,
                answerWithin);
    }
}
