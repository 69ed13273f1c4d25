package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryChannelCommands;
import cn.siyu.application.customer.port.InMemoryAcquisition;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sandbox brand with customers in memory, and a witness that writes down what it is told.
final class CustomerWorld implements CustomerWitness {
    static final BrandId BRAND = new BrandId(1);
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final ChannelAccountId ACCOUNT = new ChannelAccountId(500);

    final InMemoryStore store = new InMemoryStore();
    final InMemoryBrands brands = new InMemoryBrands(store);
    final InMemoryIdSource ids = new InMemoryIdSource();
    final InMemoryCustomers customers = new InMemoryCustomers(store);
    final InMemoryIdentities identities = new InMemoryIdentities(store);
    final InMemoryRelationships relationships = new InMemoryRelationships(store);
    final InMemoryTags tags = new InMemoryTags(store);
    final InMemoryAcquisition acquisition = new InMemoryAcquisition(store);
    final InMemoryChannelCommands commands = new InMemoryChannelCommands(store);
    final BrandClock clock = new BrandClock(brands, InstantSource.system());
    final List<CustomerId> appeared = new ArrayList<>();
    final List<Told> told = new ArrayList<>();

    record Told(@Nullable Relationship before, Relationship after) {}

    final ResolveCustomers resolve = new ResolveCustomers(customers, identities, ids, this);
    final RelationshipBook book = new RelationshipBook(relationships, acquisition, brands, ids, this);
    final KeepProfile profiles = new KeepProfile(customers);
    final AddRelationship add = new AddRelationship(store, clock, resolve, profiles, book);
    final EndRelationship end = new EndRelationship(store, clock, resolve, book, relationships);
    final SynchronizeContact synchronize = new SynchronizeContact(
            store, clock, identities, relationships, profiles, new ChannelTags(tags, commands, ids));

    CustomerWorld() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
    }

    static IdentityKey contact(String value) {
        return new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", value);
    }

    static Instant at(int second) {
        return NOW.minusSeconds(1000).plusSeconds(second);
    }

    AddRelationship.Outcome added(String contact, int second) {
        var person = new AddRelationship.Person("小明", Customer.Gender.MALE, "union-" + contact);
        return add.handle(
                new AddRelationship.Command(BRAND, ACCOUNT, contact(contact), person, 1, "shop-17", at(second)));
    }

    EndRelationship.Outcome ended(String contact, int second) {
        return end.handle(
                new EndRelationship.Command(BRAND, ACCOUNT, contact(contact), Relationship.By.CUSTOMER, at(second)));
    }

    CustomerId customerOf(String contact) {
        return resolve.find(BRAND, List.of(contact(contact))).orElseThrow();
    }

    @Override
    public void appeared(BrandId brand, Collection<CustomerId> customers) {
        appeared.addAll(customers);
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        told.add(new Told(before, after));
    }
}
