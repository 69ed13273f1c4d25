package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's intercept rules (敏感词规则) with what they hit, and its product albums (商品图册).
public final class RuleBook {
    private final Map<String, InterceptRuleRow> rules = new HashMap<>();
    private final NavigableMap<Integer, InterceptRuleRow> rulesInOrder = new TreeMap<>();
    private final Set<String> goneRules = new LinkedHashSet<>();
    private final List<InterceptRuleRow.Hit> hits = new ArrayList<>();
    private final Map<String, AlbumRow> products = new HashMap<>();
    private final NavigableMap<Integer, AlbumRow> productsInOrder = new TreeMap<>();
    private final Set<String> goneProducts = new LinkedHashSet<>();

    void apply(InterceptRuleRow row) {
        rules.put(row.ruleId(), row);
        rulesInOrder.put(row.sequence(), row);
    }

    void apply(InterceptRuleRow.Gone row) {
        goneRules.add(row.ruleId());
        var rule = rules.remove(row.ruleId());
        if (rule != null) {
            rulesInOrder.remove(rule.sequence());
        }
    }

    void apply(InterceptRuleRow.Hit row) {
        hits.add(row);
    }

    void apply(AlbumRow row) {
        products.put(row.productId(), row);
        productsInOrder.put(row.sequence(), row);
    }

    void apply(AlbumRow.Gone row) {
        goneProducts.add(row.productId());
        var product = products.remove(row.productId());
        if (product != null) {
            productsInOrder.remove(product.sequence());
        }
    }

    Stream<Row> rows() {
        return Stream.of(
                        rulesInOrder.values().stream(),
                        goneRules.stream().map(InterceptRuleRow.Gone::new),
                        hits.stream(),
                        productsInOrder.values().stream(),
                        goneProducts.stream().map(AlbumRow.Gone::new))
                .flatMap(rows -> rows);
    }

    /// The rules, oldest first.
    public Collection<InterceptRuleRow> rules() {
        return rulesInOrder.values();
    }

    public int nextRule() {
        return rules.size() + goneRules.size();
    }

    public Optional<InterceptRuleRow> rule(String ruleId) {
        return Optional.ofNullable(rules.get(ruleId));
    }

    /// Whether there was such a rule that is deleted now.
    public boolean wasRule(String ruleId) {
        return goneRules.contains(ruleId);
    }

    public Optional<InterceptRuleRow> ruleNamed(String name) {
        return rules.values().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /// What members wrote that hit a rule, oldest first.
    public List<InterceptRuleRow.Hit> hits() {
        return List.copyOf(hits);
    }

    /// The products by number, oldest first.
    public NavigableMap<Integer, AlbumRow> products() {
        return productsInOrder;
    }

    public int nextProduct() {
        return products.size() + goneProducts.size();
    }

    public Optional<AlbumRow> product(String productId) {
        return Optional.ofNullable(products.get(productId));
    }

    /// Whether there was such a product that is deleted now.
    public boolean wasProduct(String productId) {
        return goneProducts.contains(productId);
    }
}
