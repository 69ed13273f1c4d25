package cn.siyu.application.contact;

import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The ledgers of caps and the uses of platform quotas, which change together.
public final class Ledgers {
    private final ContactLedgers ledgers;
    private final RecipientQuotas quotas;
    private final Persons persons;

    public Ledgers(ContactLedgers ledgers, RecipientQuotas quotas, Persons persons) {
        this.ledgers = ledgers;
        this.quotas = quotas;
        this.persons = persons;
    }

    /// Locks and reads; inside a transaction.
    OpenLedgers lock(BrandId brand, Collection<CustomerId> customers, Collection<IdentityId> identities) {
        var births = persons.births(brand, customers);
        var locked = ledgers.lock(brand, all(births));
        return new OpenLedgers(brand, ledgers, quotas, births, locked, quotas.of(brand, identities));
    }

    /// Reads, to look only.
    OpenLedgers view(BrandId brand, Collection<CustomerId> customers, Collection<IdentityId> identities) {
        var births = persons.births(brand, customers);
        var found = ledgers.find(brand, all(births));
        return new OpenLedgers(brand, ledgers, quotas, births, found, quotas.of(brand, identities));
    }

    private static Set<CustomerId> all(Map<CustomerId, List<CustomerId>> births) {
        return births.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /// Locks what planned sends have reserved.
    OpenLedgers lockFor(BrandId brand, List<Send> sends) {
        Set<CustomerId> customers =
                sends.stream().map(send -> send.aim().customer()).collect(Collectors.toSet());
        Set<IdentityId> identities = sends.stream()
                .map(Send::route)
                .flatMap(java.util.stream.Stream::ofNullable)
                .map(Send.Route::identity)
                .collect(Collectors.toSet());
        return lock(brand, customers, identities);
    }

    /// Gives back what sends have reserved that certainly reach nobody.
    ///
    /// @param platform the zone in which the platform of an account counts
    void refund(BrandId brand, List<Send> sends, Function<Send, ZoneId> platform) {
        List<Send> reserved =
                sends.stream().filter(send -> send.reservedAt() != null).toList();
        if (reserved.isEmpty()) {
            return;
        }
        var open = lockFor(brand, reserved);
        reserved.forEach(send -> open.refund(send, platform.apply(send)));
        open.close();
    }
}
