package cn.siyu.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaterialTest {
    private static final ContentLimits LIMITS = new ContentLimits(100, 2, 20, 30, 10, 60);
    private static final Attachment PICTURE = new Attachment.Image("https://example.com/a.png");

    @Test
    void rendersValuesAndFallbacks() {
        MaterialContent content = accepted("{{customer.nickname|朋友}}，{{store.name}}的{{staff.name|店员}}");
        assertThat(text(content, Map.of(Variable.STORE_NAME, new VariableValue.Text("南京东路店"))))
                .isEqualTo("朋友，南京东路店的店员");
        assertThat(text(
                        content,
                        Map.of(
                                Variable.STORE_NAME, new VariableValue.Text("南京东路店"),
                                Variable.CUSTOMER_NICKNAME, new VariableValue.Text("小\n\u0000林 "),
                                Variable.STAFF_NAME, new VariableValue.Text("  "))))
                .isEqualTo("小林，南京东路店的店员");
    }

    @Test
    void showsEachTypeAsACustomerReadsIt() {
        MaterialContent content =
                accepted("{{orders.count}}|{{orders.lastAmount}}|{{orders.lastPaidOn}}|{{orders.lastSku}}");
        var yuan = new VariableValue.Money(1_280, Currency.getInstance("CNY"));
        var values = Map.of(
                Variable.ORDERS_COUNT, new VariableValue.Count(3),
                Variable.ORDERS_LAST_AMOUNT, yuan,
                Variable.ORDERS_LAST_PAID_ON, new VariableValue.Day(LocalDate.of(2026, 1, 5)),
                Variable.ORDERS_LAST_SKU, new VariableValue.Text("拿铁"));
        assertThat(text(content, values)).isEqualTo("3|12.80元|2026年1月5日|拿铁");
        assertThat(new VariableValue.Money(5, Currency.getInstance("USD")).shown())
                .isEqualTo("0.05 USD");
        assertThat(new VariableValue.Money(500, Currency.getInstance("JPY")).shown())
                .isEqualTo("500 JPY");
    }

    @Test
    void doesNotReadAValueAsATemplate() {
        MaterialContent content = accepted("{{customer.nickname|x}}");
        assertThat(text(content, Map.of(Variable.CUSTOMER_NICKNAME, new VariableValue.Text("{{brand.name}}"))))
                .isEqualTo("{{brand.name}}");
    }

    @Test
    void refusesToRenderWithoutAValueThatIsNeeded() {
        MaterialContent content = accepted("{{customer.nickname}} {{staff.name}} {{store.name|x}}");
        assertThat(content.render(new VariableValues(Map.of()), LIMITS))
                .isEqualTo(new Rendering.ValuesMissing(Set.of(Variable.CUSTOMER_NICKNAME, Variable.STAFF_NAME)));
    }

    @Test
    void countsBytesNotCharacters() {
        MaterialContent content = accepted("{{customer.nickname|x}}");
        assertThat(content.render(nickname("咖".repeat(33)), LIMITS)).isInstanceOf(Rendering.Rendered.class);
        assertThat(content.render(nickname("咖".repeat(33) + "ab"), LIMITS)).isEqualTo(new Rendering.TooLong(101, 100));
        assertThat(content.render(nickname("🐼".repeat(25)), LIMITS)).isInstanceOf(Rendering.Rendered.class);
        assertThat(content.render(nickname("🐼".repeat(26)), LIMITS)).isEqualTo(new Rendering.TooLong(104, 100));
    }

    @Test
    void refusesToSendNothing() {
        assertThat(accepted("{{customer.nickname|}}").render(new VariableValues(Map.of()), LIMITS))
                .isEqualTo(new Rendering.NothingToSay());
        assertThat(accepted("{{customer.nickname|}}", PICTURE).render(new VariableValues(Map.of()), LIMITS))
                .isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> new VariableValues(Map.of(Variable.STAFF_NAME, new VariableValue.Count(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isPersonalOnlyIfTheCustomerMatters() {
        assertThat(accepted("{{customer.nickname|x}}").isPersonal()).isTrue();
        assertThat(accepted("{{staff.name}}").isPersonal()).isFalse();
        assertThat(accepted("hello").isPersonal()).isFalse();
    }

    @Test
    void tellsAllMistakesOfADraftInItsOrder() {
        var draft = new MaterialDraft(
                " ",
                "{{staff.nam}}" + "咖".repeat(34),
                List.of(
                        new Attachment.Image("file:///etc/passwd"),
                        new Attachment.Link("", "d".repeat(31), "a.png", "https://example.com/" + "x".repeat(60)),
                        new Attachment.MiniProgram("十个字节多一点", "https://example.com/c.png", "", "pages/a")));
        assertThat(refused(draft))
                .containsExactly(
                        "/name empty",
                        "/text unknown-variable",
                        "/text too-long",
                        "/attachments too-many-attachments",
                        "/attachments/0/url invalid-url",
                        "/attachments/1/title empty",
                        "/attachments/1/description too-long",
                        "/attachments/1/pictureUrl invalid-url",
                        "/attachments/1/url too-long",
                        "/attachments/2/title too-long",
                        "/attachments/2/appId empty");
    }

    @Test
    void holdsFilesToTheirNamesAndAddresses() {
        assertThat(refused(new MaterialDraft("m", "", List.of(new Attachment.Video("ftp://example.com/a")))))
                .containsExactly("/attachments/0/url invalid-url");
        assertThat(refused(new MaterialDraft("m", "", List.of(new Attachment.File("", "menu.pdf")))))
                .containsExactly("/attachments/0/name empty", "/attachments/0/url invalid-url");
        for (var name : List.of("a/b", "a\\b", "a\"b", "a\nb")) {
            assertThat(refused(new MaterialDraft("m", "", List.of(new Attachment.File(name, "https://example.com/a")))))
                    .containsExactly("/attachments/0/name unsendable-character");
        }
        var menu = new Attachment.File("菜单 (1).pdf", "https://example.com/a");
        assertThat(accepted("", menu).attachments()).containsExactly(menu);
    }

    @Test
    void wantsATextOrAnAttachment() {
        assertThat(refused(new MaterialDraft("m", " ", List.of()))).containsExactly("/text empty");
        assertThat(accepted("", PICTURE).attachments()).containsExactly(PICTURE);
        assertThat(refused(new MaterialDraft("m".repeat(101), "x", List.of()))).containsExactly("/name too-long");
    }

    @Test
    void hasOneFingerprintForEachMessage() {
        var link = new Attachment.Link("t", null, null, "https://example.com");
        List<Message> different = List.of(
                new Message("a", List.of()),
                new Message("b", List.of()),
                new Message("a", List.of(PICTURE)),
                new Message("a", List.of(PICTURE, PICTURE)),
                new Message("a", List.of(new Attachment.Video("https://example.com/a.png"))),
                new Message("a", List.of(new Attachment.File("a", "https://example.com/a.png"))),
                new Message("a", List.of(new Attachment.File("b", "https://example.com/a.png"))),
                new Message("a", List.of(link)),
                new Message("a", List.of(new Attachment.Link("t", "", null, "https://example.com"))),
                new Message("a", List.of(new Attachment.Link("t", null, "", "https://example.com"))),
                new Message("a", List.of(new Attachment.MiniProgram("t", "c", "a", "p"))),
                new Message("a", List.of(new Attachment.MiniProgram("t", "ca", "", "p"))),
                new Message("aimage", List.of()));
        var seen = new HashSet<ContentFingerprint>();
        different.forEach(
                m -> assertThat(seen.add(m.fingerprint())).as(m.toString()).isTrue());
        assertThat(new Message("a", List.of(PICTURE)).fingerprint())
                .isEqualTo(new Message("a", List.of(new Attachment.Image("https://example.com/a.png"))).fingerprint());
    }

    @Test
    void keepsTheFingerprintOfAKnownMessage() {
        // sha256(00000003 "abc"): stored fingerprints must stay comparable over releases
        assertThat(new Message("abc", List.of()).fingerprint().hex())
                .isEqualTo("d04b72a650ce0f8ce4963330a53ee2832733d2baeffff3c1d8e256cca096d120");
    }

    private static VariableValues nickname(String nickname) {
        return new VariableValues(Map.of(Variable.CUSTOMER_NICKNAME, new VariableValue.Text(nickname)));
    }

    private static String text(MaterialContent content, Map<Variable, ? extends VariableValue> values) {
        Rendering rendering = content.render(new VariableValues(values), LIMITS);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        return ((Rendering.Rendered) rendering).message().text();
    }

    private static MaterialContent accepted(String text, Attachment... attachments) {
        var checked = MaterialCheck.check(new MaterialDraft("m", text, List.of(attachments)), LIMITS);
        assertThat(checked).isInstanceOf(MaterialCheck.Checked.Accepted.class);
        return ((MaterialCheck.Checked.Accepted) checked).content();
    }

    private static List<String> refused(MaterialDraft draft) {
        var checked = MaterialCheck.check(draft, LIMITS);
        assertThat(checked).isInstanceOf(MaterialCheck.Checked.Refused.class);
        return ((MaterialCheck.Checked.Refused) checked)
                .errors().stream().map(e -> e.pointer() + " " + e.code().slug()).toList();
    }
}
