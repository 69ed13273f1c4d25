package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.Books;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A business that takes everybody in on WeCom and leads the few who matter to personal accounts
/// (提纯): the simulated corp's people arrive, talk and buy, a graduation program picks, invites
/// and holds out, operators do the rest.
///
/// @param name how it is asked for
/// @param story which example brand the sandbox is
/// @param customers how many people arrive, over the first half of the time
/// @param audience who may graduate, as an expression
/// @param team how many operators there are, with three personal accounts each
/// @param share of the customers that makes the core tier (前 2%), 0: as the product's policy has it
/// @param helps whether friends answer and buy more than WeCom contacts do; in a world where they
///     don't, graduation must not be reported to raise trust
record Hybrid(String name, String story, int customers, String audience, double share, int team, boolean helps)
        implements Scenario {
    private static final double HOLDOUT = 0.4;
    private static final int ACCOUNTS_EACH = 3;
    private static final int CARES = 10;

    /// Friends answer, as one answers a person and not a company.
    private static final Friends.Manner WARM = new Friends.Manner(0.8, 0.6, 0.4, 0.003);

    private static final Circle.Liveliness LIVELY = new Circle.Liveliness(0.3, 0.1, 0.1, 12_900);

    /// The same people, who take a friend for another advertisement: they accept, and nothing comes
    /// of it, neither good nor bad.
    private static final Friends.Manner SILENT = new Friends.Manner(0.8, 0, 0, 0);

    private static final Circle.Liveliness AS_BEFORE = new Circle.Liveliness(0, 0, 0, 0);

    /// Posts to moments, on these days of seven.
    private static final Set<Integer> MOMENT_DAYS = Set.of(1, 4);

    private static final Duration TO_MORNING = Duration.ofHours(10);
    private static final Duration TO_EVENING = Duration.ofHours(9);
    private static final Duration TO_NEXT_MORNING = Duration.ofHours(15);

    @Override
    public Map<String, Object> settings(Size size) {
        return Map.of(
                "siyu.sandbox.story",
                story,
                "siyu.sandbox.customers",
                size.of(customers),
                "siyu.sandbox.days",
                Math.max(1, size.days() / 2),
                "siyu.sandbox.seed",
                size.seed(),
                "siyu.sandbox.grain",
                "PT30M");
    }

    @Override
    public Report live(RunningProduct product, Size size) throws IOException, InterruptedException {
        var brand = new SandboxBrand(product.api(), "demo");
        var chance = new Chance(size.seed());
        var friends = new Friends(chance, helps ? WARM : SILENT);
        var staff = new PersonalTeam(brand);
        staff.hire("个人号组", size.of(team), ACCOUNTS_EACH, "2024-01-01");
        var operators = new Operators(brand, friends);
        var circle = new Circle(brand, chance, helps ? LIVELY : AS_BEFORE, staff.accounts());
        var invitations = new Invitations(brand, friends, circle, chance);
        brand.advance(TO_MORNING);
        var top = new TopShare(brand, share);
        String program = "";
        for (int day = 0; day < size.days(); day++) {
            boolean aimed = day >= size.days() / 3 - 1;
            if (aimed) {
                top.set();
            }
            if (day == size.days() / 3) {
                program = program(brand, staff);
            }
            if (!program.isEmpty()) {
                invitations.look(program, day);
            }
            boolean posts = !program.isEmpty() && MOMENT_DAYS.contains(day % 7);
            if (posts) {
                circle.order();
            }
            operators.work(staff.people());
            brand.advance(TO_EVENING);
            operators.work(staff.people());
            if (aimed) {
                top.check(program);
            }
            if (posts) {
                circle.react(day);
            }
            circle.buy(day);
            brand.advance(TO_NEXT_MORNING);
        }
        return report(product, brand, staff, operators, invitations, circle, top, program);
    }

    /// Lays the program down and starts it.
    private String program(SandboxBrand brand, PersonalTeam staff) throws IOException, InterruptedException {
        String invitation = brand.made(
                "/materials", "{\"name\":\"迁移邀请\",\"text\":\"想邀请您加我们主理人的个人微信，添加时报口令 {{invitation.code}}，之后由她亲自照顾您。\"}");
        String hello =
                brand.made("/materials", "{\"name\":\"个人号问候\",\"text\":\"{{customer.nickname|您}}好，我是主理人，以后有事直接找我。\"}");
        String care = brand.made("/materials", "{\"name\":\"个人号关怀\",\"text\":\"最近用得怎么样？有想试的我给您留着。\"}");
        String tip = brand.made("/materials", "{\"name\":\"个人号小窍门\",\"text\":\"今天试出一个小窍门，第一个想到跟您说。\"}");
        String sop = brand.made("/sops", "{\"name\":\"个人号头一个月\"}");
        String send =
                "{\"type\":\"SEND\",\"material\":\"%s\",\"touchpoint\":\"PRIVATE_CHAT\",\"contactClass\":\"SERVICE\","
                        + "\"deadline\":\"P3D\"}";
        String wait = "{\"type\":\"WAIT\",\"for\":\"P3D\"}";
        List<String> steps = new ArrayList<>(List.of(send.formatted(hello)));
        for (int i = 0; i < CARES; i++) {
            steps.add(wait);
            steps.add(send.formatted(i % 2 == 0 ? care : tip));
        }
        brand.post(
                "/sops/" + sop + "/versions",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"exitOn\":[\"LOSS\",\"OPT_OUT\"],\"steps\":["
                        + String.join(",", steps)
                        + "]}}");
        brand.post("/sops/" + sop + "/versions/1/publications", "{}");
        brand.post("/sops/" + sop + "/versions/1/activations", "{}");
        String accounts = "\"" + String.join("\",\"", staff.accounts()) + "\"";
        String program = brand.made(
                "/graduations",
                "{\"name\":\"迁移\",\"kind\":\"GRADUATION\",\"audience\":\"" + audience + "\",\"holdout\":" + HOLDOUT
                        + ",\"accounts\":[" + accounts + "],\"material\":\"" + invitation + "\",\"sop\":\"" + sop
                        + "\",\"answerWithin\":\"P14D\"}");
        brand.post("/graduations/" + program + "/activations", "{}");
        return program;
    }

    private Report report(
            RunningProduct product,
            SandboxBrand brand,
            PersonalTeam staff,
            Operators operators,
            Invitations invitations,
            Circle circle,
            TopShare top,
            String program)
            throws IOException, InterruptedException {
        var books = Books.of(product);
        books.agree(brand.now());
        books.keepTheQuotas();
        brand.post("/graduations/" + program + "/endings", "{}");
        JsonNode report = brand.get("/graduations/" + program + "/report");
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put(
                "customers on WeCom",
                Integer.toString(brand.matching("lost or not lost").size()));
        figures.put(
                "chosen, invited, accepted, held out",
                String.join(
                        ", ",
                        List.of(
                                report.path("chosen").asText(),
                                report.path("invited").asText(),
                                report.path("accepted").asText(),
                                report.path("heldOut").asText())));
        if (share > 0) {
            figures.put("the core tier: its largest share of the customers; chosen in all, of customers", top.told());
        }
        figures.put("accepted by telling the code", Integer.toString(invitations.told()));
        figures.put("tasks done, by kind", operators.done().toString());
        figures.put("posts ordered, reactions, orders of friends", circle.told());
        figures.put("social trust", difference(report.path("socialTrust")));
        figures.put("share who bought", difference(report.path("bought")));
        figures.put("spent in minor units", difference(report.path("spentMinor")));
        figures.put(HandBook.FIGURES, operators.book().most());
        var platform = PlatformBook.of(product);
        figures.put(PlatformBook.FIGURES, platform.most());
        Map<String, Long> violations = new LinkedHashMap<>();
        var above = operators.book().above(staff.openedOn());
        violations.put("above the field's numbers: " + above, (long) above.size());
        violations.put("accounts whose pace is another than the field's", staff.ofAnotherPace());
        violations.putAll(platform.violations());
        violations.put("chosen outside the core tier", top.outside());
        violations.put("a core tier larger than its share", top.tooLarge() ? 1L : 0L);
        violations.put("invited though held out", invitations.heldOutAndMet());
        violations.put(
                "graduation said to help where it does not",
                !helps && report.at("/socialTrust/finding").asText().equals("HIGHER") ? 1L : 0L);
        return Report.of(figures, violations, Digest.of(product));
    }

    private static String difference(JsonNode one) {
        return String.format(
                Locale.ROOT,
                "%.2f invited, %.2f held out: %s [%s, %s] %s",
                one.path("treated").asDouble(),
                one.path("control").asDouble(),
                one.path("difference").asText(),
                one.path("low").asText(),
                one.path("high").asText(),
                one.path("finding").asText());
    }
}
