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

/// A retail chain: head office lays an SOP down, one store takes a material of its own, another its
/// own words for calls, and the staff of the last store never work their lists. The execution rate
/// (执行率) shows it, and nobody else's customers get another store's material.
final class RetailChain implements Scenario {
    private static final int CUSTOMERS = 1200;
    private static final int MEMBER_DAY = 4;
    private static final int CALL = 5;
    private static final String OWN = "湖滨店会员日";
    private static final String LAZY = "南京新街口店";
    private static final Duration DAY = Duration.ofDays(1);
    private static final String WHO_GOT_WHAT = """
            SELECT d.name AS store, m.name AS material, count(*) AS sends
            FROM send s JOIN material m ON m.brand = s.brand AND m.id = s.material
            JOIN channel_account a ON a.brand = s.brand AND a.id = s.account
            JOIN department d ON d.brand = a.brand AND d.id = a.department
            WHERE s.decision = 'PLANNED' GROUP BY d.name, m.name""";

    @Override
    public String name() {
        return "retail-chain";
    }

    @Override
    public Map<String, Object> settings(Size size) {
        return Map.of(
                "siyu.sandbox.story",
                "retail-chain",
                "siyu.sandbox.customers",
                size.of(CUSTOMERS),
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
        var operators = new Operators(brand, new Friends(new Chance(size.seed()), new Friends.Manner(0, 0, 0, 0)));
        Map<String, String> stores = new LinkedHashMap<>();
        for (JsonNode one : brand.all("/departments?limit=100")) {
            stores.put(one.path("name").asText(), one.path("id").asText());
        }
        adapt(brand, stores);
        List<String> diligent = new ArrayList<>();
        for (JsonNode one : brand.all("/staff?limit=100")) {
            if (!one.path("department").asText().equals(stores.get(LAZY))) {
                diligent.add(one.path("id").asText());
            }
        }
        brand.advance(Duration.ofHours(10));
        for (int day = 0; day < size.days(); day++) {
            operators.work(diligent);
            brand.advance(DAY);
        }
        return report(product, brand, operators);
    }

    private static void adapt(SandboxBrand brand, Map<String, String> stores) throws IOException, InterruptedException {
        String version =
                "/sops/" + brand.get("/sops").path("items").path(0).path("id").asText() + "/versions/1";
        String own = brand.made("/materials", "{\"name\":\"" + OWN + "\",\"text\":\"本周五会员日，湖滨店现场做香薰，来店报名字就行。\"}");
        put(
                brand,
                version + "/bounds",
                "{\"mayOptOut\":false,\"steps\":[{\"step\":" + MEMBER_DAY + ",\"material\":true},{\"step\":" + CALL
                        + ",\"text\":true}]}");
        put(
                brand,
                version + "/variants/" + stores.get("杭州湖滨店"),
                "{\"changes\":[{\"step\":" + MEMBER_DAY + ",\"set\":{\"material\":\"" + own + "\"}}]}");
        put(
                brand,
                version + "/variants/" + stores.get("苏州观前店"),
                "{\"changes\":[{\"step\":" + CALL
                        + ",\"set\":{\"title\":\"观前店回访\",\"script\":\"{{customer.nickname|您}}好，"
                        + "我是观前店的{{staff.name}}。\"}}]}");
    }

    private static void put(SandboxBrand brand, String under, String body) throws IOException, InterruptedException {
        var told = brand.tell("PUT", under, body);
        if (told.status() / 100 != 2) {
            throw new IllegalStateException(under + " was refused: " + told);
        }
    }

    private record Got(String store, String material, long sends) {}

    private static Report report(RunningProduct product, SandboxBrand brand, Operators operators)
            throws IOException, InterruptedException {
        var books = Books.of(product);
        books.agree(brand.now());
        books.keepTheQuotas();
        List<Got> got = product.rows(
                WHO_GOT_WHAT, row -> new Got(row.text("store"), row.text("material"), row.number("sends")));
        JsonNode execution = brand.get("/reports/execution?by=STORE&fromOn=2026-03-01&toOn=" + brand.today());
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("tasks done, by kind", operators.done().toString());
        double lazy = 1;
        double others = 1;
        for (JsonNode row : execution.path("items")) {
            String store = row.path("name").asText();
            double rate = row.path("rate").asDouble();
            figures.put("execution rate, " + store, String.format(Locale.ROOT, "%.3f", rate));
            if (store.equals(LAZY)) {
                lazy = rate;
            } else {
                others = Math.min(others, rate);
            }
        }
        figures.put("sends of the store's own material", Long.toString(of(got, "杭州湖滨店", OWN)));
        var platform = PlatformBook.of(product);
        figures.put(PlatformBook.FIGURES, platform.most());
        Map<String, Long> violations = new LinkedHashMap<>(platform.violations());
        violations.put(
                "the store's own material at others",
                got.stream().mapToLong(Got::sends).sum() == 0
                        ? 1
                        : got.stream()
                                .filter(one -> one.material().equals(OWN)
                                        && !one.store().equals("杭州湖滨店"))
                                .mapToLong(Got::sends)
                                .sum());
        violations.put("head office's material where the store has its own", of(got, "杭州湖滨店", "会员日"));
        violations.put("the store that does nothing is not behind", lazy < others ? 0L : 1L);
        return Report.of(figures, violations, Digest.of(product));
    }

    private static long of(List<Got> got, String store, String material) {
        return got.stream()
                .filter(one -> one.store().equals(store) && one.material().equals(material))
                .mapToLong(Got::sends)
                .sum();
    }
}
