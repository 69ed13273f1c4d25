package cn.siyu.bootstrap.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps the core tier of a brand (价值层级) at a share of its customers, at most: the product's tier
/// begins at a percentile of those who bought, so the brand looks every morning what its customers
/// are worth and sets the percentile anew. Whoever is worth the same is in it together, or out of it:
/// the tier is as large as it can be without going beyond the share. And looks whether only such
/// customers are chosen.
final class TopShare {
    private static final String CORE = "value.tier = CORE";
    private static final String BOUGHT = "value.amountMinor > 0";
    private static final String EVERYBODY = "lost or not lost";

    private final SandboxBrand brand;
    private final double share;
    private final Set<String> chosen = new HashSet<>();
    private final Set<String> core = new HashSet<>();
    private long customers = 1;
    private double most;
    private long outside;

    TopShare(SandboxBrand brand, double share) {
        this.brand = brand;
        this.share = share;
    }

    /// In the morning, before anybody is chosen.
    void set() throws IOException, InterruptedException {
        if (share == 0) {
            return;
        }
        core.addAll(ids(CORE)); // who came into it at night, before the percentile is another
        customers = brand.matching(EVERYBODY).size();
        List<Long> worth = brand.matching(BOUGHT).stream()
                .map(one -> one.at("/orders/amountMinor").asLong())
                .sorted()
                .toList();
        brand.override("GRADUATION", String.format(Locale.ROOT, "{\"value\":{\"core\":%.4f}}", percentile(worth)));
    }

    /// Where the tier begins, between the last one who is out and the first who is in.
    private double percentile(List<Long> worth) {
        int place = worth.size() - (int) Math.floor(share * customers);
        if (place < 1 || place >= worth.size()) {
            return 1;
        }
        while (place < worth.size() && worth.get(place).equals(worth.get(place - 1))) {
            place++;
        }
        return Math.min(1, (place + 0.5) / worth.size());
    }

    /// In the evening: whom the program chose must be in the tier, or have been that
    /// morning or the evening before.
    ///
    /// @param program empty if there is none yet
    void check(String program) throws IOException, InterruptedException {
        if (share == 0) {
            return;
        }
        var theirs = new HashSet<>(core);
        core.clear();
        core.addAll(ids(CORE));
        theirs.addAll(core);
        most = Math.max(most, (double) core.size() / customers);
        if (program.isEmpty()) {
            return;
        }
        for (JsonNode candidate : brand.all("/graduations/" + program + "/candidates?limit=100")) {
            String customer = candidate.path("customer").asText();
            if (chosen.add(customer)) {
                outside += theirs.contains(customer) ? 0 : 1;
            }
        }
    }

    private Set<String> ids(String expression) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (JsonNode one : brand.matching(expression)) {
            ids.add(one.path("id").asText());
        }
        return ids;
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

    /// Chosen customers who were not in the tier.
    long outside() {
        return outside;
    }

    /// Whether the tier was larger than the share in any evening; what was bought that day may add a
    /// tenth.
    boolean tooLarge() {
        return share > 0 && most > 1.1 * share;
    }
}
