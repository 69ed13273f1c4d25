package cn.siyu.application.community.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sees moments, from what is kept in memory; customers that were merged are not looked at as
/// one.
public record InMemoryMomentAudiences(
        InMemoryRelationships relationships,
        Customers customers,
        Identities identities,
        Tags tags,
        Wishes wishes,
        ChannelAccounts accounts)
        implements MomentAudiences {
    @Override
    public Map<ChannelAccountId, Audience> count(
            BrandId brand, Collection<ChannelAccountId> wanted, Set<TagId> visibleTo, Instant at) {
        Map<ChannelAccountId, Audience> counts = new HashMap<>();
        relationships.all(brand).stream()
                .filter(one -> one.live() && wanted.contains(one.account()) && tagged(brand, one, visibleTo))
                .forEach(one -> counts.merge(one.account(), audience(brand, one, at), InMemoryMomentAudiences::sum));
        return counts;
    }

    private boolean tagged(BrandId brand, Relationship one, Set<TagId> visibleTo) {
        return visibleTo.isEmpty()
                || tags.of(brand, List.of(one.customer())).stream().anyMatch(given -> {
                    var account = given.account();
                    return visibleTo.contains(given.tag()) && (account == null || account.equals(one.account()));
                });
    }

    private Audience audience(BrandId brand, Relationship one, Instant at) {
        boolean out = wishes.optOutsOf(brand, one.customer()).stream()
                        .anyMatch(wish -> wish.touchpoint().equals("ALL")
                                || wish.touchpoint().equals("MOMENTS"))
                || customer(brand, one.customer()).blacklisted();
        if (out) {
            return new Audience(0, 0, 1);
        }
        var until = silence(brand, one).until();
        return until != null && until.isAfter(at) ? new Audience(0, 1, 0) : new Audience(1, 0, 0);
    }

    private static Audience sum(Audience one, Audience other) {
        return new Audience(
                one.chosen() + other.chosen(), one.silenced() + other.silenced(), one.optedOut() + other.optedOut());
    }

    private Silence silence(BrandId brand, Relationship one) {
        return relationships.silences(brand, List.of(one.id())).getOrDefault(one.id(), Silence.NONE);
    }

    private Customer customer(BrandId brand, CustomerId id) {
        return customers.findAll(brand, List.of(id)).getFirst();
    }

    @Override
    public List<Silenced> silenced(
            BrandId brand, Sight sight, @Nullable ChannelAccountId account, Instant at, long after, int atMost) {
        return relationships.all(brand).stream()
                .filter(one -> one.live()
                        && one.id().value() > after
                        && (account == null || one.account().equals(account)))
                .filter(one -> {
                    var until = silence(brand, one).until();
                    return until != null && until.isAfter(at);
                })
                .filter(one -> sight.held(
                        holder(brand, one).staff(), holder(brand, one).department()))
                .limit(atMost)
                .map(one -> new Silenced(
                        one.id().value(),
                        one.publicId(),
                        customer(brand, one.customer()).publicId(),
                        holder(brand, one).publicId(),
                        silence(brand, one).times(),
                        Objects.requireNonNull(silence(brand, one).until())))
                .toList();
    }

    @Override
    public List<LeftOut> leftOut(
            BrandId brand,
            Sight sight,
            ChannelAccountId account,
            Set<TagId> visibleTo,
            Instant at,
            long after,
            int atMost) {
        return relationships.all(brand).stream()
                .filter(one -> one.live()
                        && one.id().value() > after
                        && one.account().equals(account)
                        && tagged(brand, one, visibleTo)
                        && audience(brand, one, at).chosen() == 0)
                .filter(one -> sight.held(
                        holder(brand, one).staff(), holder(brand, one).department()))
                .limit(atMost)
                .map(one -> leftOut(brand, one, at))
                .toList();
    }

    private LeftOut leftOut(BrandId brand, Relationship one, Instant at) {
        var customer = customer(brand, one.customer());
        boolean silenced = audience(brand, one, at).silenced() == 1;
        var why = customer.blacklisted() ? Why.BLACKLISTED : silenced ? Why.NOT_INTERESTED : Why.OPTED_OUT;
        return new LeftOut(
                one.id().value(),
                one.publicId(),
                customer.publicId(),
                one.remark() == null || one.remark().isEmpty() ? customer.nickname() : one.remark(),
                why,
                silenced ? silence(brand, one).until() : null);
    }

    private ChannelAccount holder(BrandId brand, Relationship one) {
        return accounts.find(brand, one.account()).orElseThrow();
    }

    @Override
    public Map<PublicId, IdentityKey> contacts(BrandId brand, ChannelAccountId account, Collection<PublicId> wanted) {
        Map<PublicId, IdentityKey> contacts = new HashMap<>();
        relationships.all(brand).stream()
                .filter(one -> one.account().equals(account) && wanted.contains(one.publicId()))
                .forEach(one -> identities.of(brand, List.of(one.customer())).stream()
                        .filter(identity -> identity.id().equals(one.identity()))
                        .forEach(identity -> contacts.put(one.publicId(), identity.key())));
        return contacts;
    }
}
