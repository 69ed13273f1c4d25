package cn.siyu.application.contact;

import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.PlatformUse;
import cn.siyu.domain.contact.RecipientUse;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The ledgers and quotas of some customers, locked and open for one transaction: what one send
/// reserves, the next one of the same customer sees. [#close] writes what changed.
///
/// Reserving when a send is planned and giving back when it is certain that it never left keeps
/// caps and quotas at every moment, whoever else plans for the same customer: until the transaction
/// ends, others wait at the customer's ledger.
final class OpenLedgers {
    private final BrandId brand;
    private final ContactLedgers ledgerRows;
    private final RecipientQuotas quotaRows;
    private final Map<CustomerId, List<CustomerId>> births;
    private final Map<CustomerId, ContactLedger> ledgers;
    private final Map<RecipientQuotas.Key, RecipientUse> quotas;
    private final Map<CustomerId, ContactLedger> storedLedgers;
    private final Map<RecipientQuotas.Key, RecipientUse> storedQuotas;
    private final Map<IdentityId, Set<ChannelAccountId>> accounts = new HashMap<>();
    private final Set<CustomerId> touched = new HashSet<>();

    OpenLedgers(
            BrandId brand,
            ContactLedgers ledgerRows,
            RecipientQuotas quotaRows,
            Map<CustomerId, List<CustomerId>> births,
            Map<CustomerId, ContactLedger> storedLedgers,
            Map<RecipientQuotas.Key, RecipientUse> storedQuotas) {
        this.brand = brand;
        this.ledgerRows = ledgerRows;
        this.quotaRows = quotaRows;
        this.births = births;
        this.storedLedgers = storedLedgers;
        this.storedQuotas = storedQuotas;
        this.ledgers = new HashMap<>(storedLedgers);
        this.quotas = new HashMap<>(storedQuotas);
        storedQuotas.keySet().forEach(this::index);
    }

    private void index(RecipientQuotas.Key key) {
        accounts.computeIfAbsent(key.identity(), _ -> new HashSet<>()).add(key.account());
    }

    /// What the person has had, whichever birth customer it was sent to.
    ContactLedger marketing(CustomerId customer) {
        var all = births.getOrDefault(customer, List.of(customer));
        return all.size() == 1
                ? own(customer)
                : all.stream().map(this::own).reduce(ContactLedger.EMPTY, ContactLedger::plus);
    }

    private ContactLedger own(CustomerId birth) {
        return ledgers.getOrDefault(birth, ContactLedger.EMPTY);
    }

    /// What the platform has counted for a recipient, each in the current period of its rule: by
    /// all together, and by one account.
    PlatformUse use(IdentityId identity, ChannelAccountId account, PlatformPolicy platform, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, platform.zone());
        int all = 0;
        for (var each : accounts.getOrDefault(identity, Set.of())) {
            all += quota(new RecipientQuotas.Key(identity, each))
                    .used(platform.massMessages().perCustomer(), today);
        }
        int own = quota(new RecipientQuotas.Key(identity, account))
                .used(platform.massMessages().perAccountAndCustomer(), today);
        return new PlatformUse(all, own);
    }

    private RecipientUse quota(RecipientQuotas.Key key) {
        return quotas.getOrDefault(key, RecipientUse.NONE);
    }

    /// Takes a send's day in the cap and in the platform's quota.
    ///
    /// @param counted whether the platform counts it
    void reserve(Send.Aim aim, Send.Route route, boolean counted, ZoneId platform, Instant at) {
        touched.add(aim.customer());
        if (aim.contactClass() == ContactClass.MARKETING) {
            ledgers.put(aim.customer(), own(aim.customer()).afterContact(at, aim.zone()));
        }
        if (counted) {
            var key = new RecipientQuotas.Key(route.identity(), route.account());
            quotas.put(key, quota(key).plus(LocalDate.ofInstant(at, platform)));
            index(key);
        }
    }

    /// Gives back what a send took, because it certainly never reached the customer.
    void refund(Send send, ZoneId platform) {
        var at = send.reservedAt();
        var route = send.route();
        if (at == null || route == null) {
            return;
        }
        var customer = send.aim().customer();
        if (send.aim().contactClass() == ContactClass.MARKETING) {
            ledgers.put(customer, own(customer).refund(at, send.aim().zone()));
        }
        if (counted(send)) {
            var key = new RecipientQuotas.Key(route.identity(), route.account());
            quotas.put(key, quota(key).minus(LocalDate.ofInstant(at, platform)));
        }
    }

    /// Whether the platform counts a send; what a person sends by hand is none of its mass
    /// messages.
    static boolean counted(Send send) {
        return send.decision().verdict() != Send.Verdict.BY_TASK;
    }

    /// Takes down that the platform lets nothing more through to a recipient in the current period.
    void fill(IdentityId identity, PlatformPolicy platform, Instant now) {
        var key = new RecipientQuotas.Key(identity, RecipientQuotas.NOT_OURS);
        LocalDate today = LocalDate.ofInstant(now, platform.zone());
        quotas.put(key, quota(key).full(platform.massMessages().perCustomer(), today));
        index(key);
    }

    /// Writes down how many contacts in a row a person has ignored.
    void streak(CustomerId customer, int streak) {
        for (CustomerId birth : births.getOrDefault(customer, List.of(customer))) {
            var ledger = own(birth);
            if (ledger.ignoredStreak() != streak && (ledgers.containsKey(birth) || birth.equals(customer))) {
                ledgers.put(birth, new ContactLedger(ledger.days(), streak, ledger.lastAt()));
            }
        }
    }

    /// Writes what changed.
    void close() {
        touched.forEach(customer -> ledgers.putIfAbsent(customer, ContactLedger.EMPTY));
        ledgerRows.add(brand, added(ledgers, storedLedgers));
        ledgerRows.replace(brand, changed(ledgers, storedLedgers));
        quotaRows.add(brand, added(quotas, storedQuotas));
        quotaRows.replace(brand, changed(quotas, storedQuotas));
    }

    private static <K, V> Map<K, V> added(Map<K, V> now, Map<K, V> stored) {
        return pick(now, stored, false);
    }

    private static <K, V> Map<K, V> changed(Map<K, V> now, Map<K, V> stored) {
        return pick(now, stored, true);
    }

    private static <K, V> Map<K, V> pick(Map<K, V> now, Map<K, V> stored, boolean known) {
        Map<K, V> picked = new HashMap<>();
        now.forEach((key, value) -> {
            if (stored.containsKey(key) == known && !Objects.equals(stored.get(key), value)) {
                picked.put(key, value);
            }
        });
        return picked;
    }
}
