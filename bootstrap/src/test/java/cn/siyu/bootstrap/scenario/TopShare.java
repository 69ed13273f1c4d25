package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Keeps the core tier of a brand (价值层级) at a share of its customers: the product's tier is a
/// percentile of those who bought, so the brand sets it anew each week, as it comes to know how many
/// bought. And looks whether only such customers are chosen.
final class TopShare {
    private static final String CORE = "value.tier = CORE";
    private static final int A_WEEK = 7;

    private final SandboxBrand brand;
    private final double share;
    private final Set<String> chosen = new HashSet<>();
    private long customers = 1;
    private double most;
    private long outside;

    TopShare(SandboxBrand brand, double share) {
        this.brand = brand;
        this.share = share;
    }

    /// Before the program looks, once a day.
    void set(int day, boolean first) throws IOException, InterruptedException {
        if (!first && day % A_WEEK != 0) {
            return;
        }
        customers = brand.matching("lost or not lost").size();
        int buyers = brand.matching("value.amountMinor > 0").size();
        double core = buyers == 0 ? 0.9 : Math.clamp(1 - share * customers / buyers, 0, 1);
        brand.override("GRADUATION", String.format(Locale.ROOT, "{\"value\":{\"core\":%.3f}}", Math.max(core, 0.61)));
    }

    /// In the evening of a day on which the program looked: whom it chose must be in the tier, which
    /// is measured at night.
    void check(String program) throws IOException, InterruptedException {
        Set<String> core = new HashSet<>();
        for (JsonNode one : brand.matching(CORE)) {
            core.add(one.path("id").asText());
        }
        boolean any = false;
        for (JsonNode candidate : brand.all("/graduations/" + program + "/candidates?limit=100")) {
            String customer = candidate.path("customer").asText();
            if (chosen.add(customer)) {
                any = true;
                outside += core.contains(customer) ? 0 : 1;
            }
        }
        if (any) {
            customers = Math.max(customers, brand.matching("lost or not lost").size());
            most = Math.max(most, (double) core.size() / customers);
        }
    }

    /// What was seen, in words.
    String told() {
        return String.format(
                Locale.ROOT,
                "%.1f %%; %d (%.1f %%)",
                100 * most,
                chosen.size(),
                100.0 * chosen.size() / Math.max(1, customers));
    }

    /// Chosen customers who were not in the tier in the evening of that day.
    long outside() {
        return outside;
    }

    /// Whether the tier was larger than the share by more than a fifth of it on a day on which
    /// somebody was chosen.
    boolean tooLarge() {
        return most > share * 1.2;
    }
}
