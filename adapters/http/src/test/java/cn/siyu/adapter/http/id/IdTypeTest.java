package cn.siyu.adapter.http.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTypeTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatItWroteAndSortsLikeTheIds(long seed) {
        var random = new Random(seed);
        PublicId previous = new PublicId(new UUID(0, 0));
        String previousText = IdType.CUSTOMER.format(previous);
        for (int i = 0; i < 2_000; i++) {
            var id = new PublicId(new UUID(random.nextLong(), random.nextLong()));
            String text = IdType.CUSTOMER.format(id);
            assertThat(text).matches("cus_[0-7][0-9a-hjkmnp-tv-z]{25}");
            assertThat(IdType.CUSTOMER.read(text)).isEqualTo(new IdType.Read.Right(id));
            assertThat(Integer.signum(text.compareTo(previousText))).isEqualTo(Integer.signum(id.compareTo(previous)));
            previous = id;
            previousText = text;
        }
    }

    @Test
    void writesAKnownValue() {
        // 128 bits of one: two zero bits in front, so the first digit is 7
        assertThat(IdType.TAG.format(new PublicId(new UUID(-1, -1)))).isEqualTo("tag_7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assertThat(IdType.TAG.format(new PublicId(new UUID(0, 31)))).isEqualTo("tag_0000000000000000000000000z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cus",
                "cus_",
                "cus_7",
                "cus_8zzzzzzzzzzzzzzzzzzzzzzzzz",
                "cus_7zzzzzzzzzzzzzzzzzzzzzzzzl",
                "cus_7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "cus_7zzzzzzzzzzzzzzzzzzzzzzzzé",
                "xyz_7zzzzzzzzzzzzzzzzzzzzzzzzz",
                "7zzzzzzzzzzzzzzzzzzzzzzzzz",
                "00000000-0000-0000-0000-000000000001"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(IdType.CUSTOMER.read(text))
                .isInstanceOfSatisfying(
                        IdType.Read.Wrong.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(ProblemCode.MALFORMED_ID));
    }

    @Test
    void readsTheCallersOwnKey() {
        assertThat(IdType.CUSTOMER.referenceInPath("customer", "ext:shop:A:1"))
                .isEqualTo(new IdType.Reference.ByKey(new ExternalKey("shop", "A:1")));
        var problem = catchThrowableOfType(
                ProblemException.class, () -> IdType.CUSTOMER.referenceInPath("customer", "ext:Shop:1"));
        assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_ID);
    }

    @Test
    void hasOnePrefixPerKind() {
        Set<String> prefixes = new HashSet<>();
        for (IdType type : IdType.values()) {
            assertThat(type.prefix()).matches("[a-z]{3}");
            assertThat(prefixes.add(type.prefix())).as(type.prefix()).isTrue();
        }
    }

    @Test
    void answers400AndNamesWhatWasExpected() {
        var answer = Api.get("/v1/brands/demo/parcels/tag_7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("wrong-id-type");
        assertThat(answer.at("errors", "0", "parameter")).isEqualTo("id");
        assertThat(answer.at("detail")).contains("cus_");
    }
}
