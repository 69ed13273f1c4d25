package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.QuotaRule;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of each cap and quota a customer has left (频次余量). What is reserved for planned
/// sends counts as used.
public final class ReadQuotas {
    private final Reachability reachability;
    private final Ledgers ledgers;
    private final Rules rules;
    private final BrandClock clock;

    public ReadQuotas(Reachability reachability, Ledgers ledgers, Rules rules, BrandClock clock) {
        this.reachability = reachability;
        this.ledgers = ledgers;
        this.rules = rules;
        this.clock = clock;
    }

    /// One cap or quota in its current period.
    ///
    /// @param name `BRAND_CAP`, `PLATFORM_CUSTOMER` or `PLATFORM_ACCOUNT_AND_CUSTOMER`
    /// @param rule the platform's rule as policy data writes it; for the brand's cap the number per
    ///     month
    /// @param resetsAt when the period is over
    /// @param policy the edition it comes from
    public record Quota(
            String name,
            String rule,
            int used,
            int left,
            @Nullable Instant resetsAt,
            String policy) {}

    /// The quotas of a customer over the relationship by which the customer would be contacted;
    /// empty if there is no such customer.
    public List<Quota> of(BrandId brand, CustomerId customer) {
        var wanted = new Wanted(customer, null);
        var reach = reachability.of(brand, List.of(wanted)).get(wanted);
        return reach == null ? List.of() : of(brand, reach);
    }

    private List<Quota> of(BrandId brand, Reach reach) {
        var moment = rules.at(brand, clock.now(brand));
        var link = reach.link();
        var open = ledgers.view(brand, List.of(reach.customer()), link == null ? List.of() : List.of(link.identity()));
        List<Quota> quotas = new ArrayList<>();
        quotas.add(brandCap(moment, reach, open));
        if (link != null && moment.massMessages(link.sender().channel()).isNative()) {
            String channel = link.sender().channel();
            var platform = moment.platform(channel);
            var use = open.use(link.identity(), link.account(), platform, moment.now());
            String policy = moment.governor(channel).platform().stamp().toString();
            var messages = platform.massMessages();
            quotas.add(quota(
                    "PLATFORM_CUSTOMER",
                    messages.perCustomer(),
                    use.toCustomer(),
                    platform.zone(),
                    moment.now(),
                    policy));
            quotas.add(quota(
                    "PLATFORM_ACCOUNT_AND_CUSTOMER",
                    messages.perAccountAndCustomer(),
                    use.byAccount(),
                    platform.zone(),
                    moment.now(),
                    policy));
        }
        return quotas;
    }

    private static Quota brandCap(Rules.AtMoment moment, Reach reach, OpenLedgers open) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(moment.now(), reach.zone()));
        int used = open.marketing(reach.customer()).countInMonth(month);
        int limit = moment.contact().perMonth();
        Instant resets = month.plusMonths(1).atDay(1).atStartOfDay(reach.zone()).toInstant();
        String policy = moment.governor().contact().stamp().toString();
        return new Quota("BRAND_CAP", "PER_MONTH " + limit, used, Math.max(0, limit - used), resets, policy);
    }

    private static Quota quota(String name, QuotaRule rule, int used, ZoneId zone, Instant now, String policy) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        int limit = rule.limitAround(today);
        Instant resets = rule.periodAround(today)
                .map(period -> period.next().atStartOfDay(zone).toInstant())
                .orElse(null);
        return new Quota(name, rule.toString(), used, Math.max(0, limit - used), resets, policy);
    }
}
