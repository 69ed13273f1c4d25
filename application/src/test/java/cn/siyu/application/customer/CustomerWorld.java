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
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.application.customer.port.InMemoryWishes;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.identity.Regrouped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sandbox brand with customers in memory, and a witness that writes down what it is told.
public final class CustomerWorld implements CustomerWitness {
    public static final BrandId BRAND = new BrandId(1);
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    public static final ChannelAccountId ACCOUNT = new ChannelAccountId(500);

    public final InMemoryStore store = new InMemoryStore();
    public final InMemoryBrands brands = new InMemoryBrands(store);
    public final InMemoryIdSource ids = new InMemoryIdSource();
    public final InMemoryCustomers customers = new InMemoryCustomers(store);
    public final InMemoryIdentities identities = new InMemoryIdentities(store);
    public final InMemoryIdentityGraph graph = new InMemoryIdentityGraph(store, identities);
    public final InMemoryWishes wishes = new InMemoryWishes(store);
    public final List<Regrouped> regrouped = new ArrayList<>();
    public final InMemoryRelationships relationships = new InMemoryRelationships(
            store, (brand, id) -> identities.find(brand, id).orElseThrow().key(), graph);
    public final InMemoryTags tags = new InMemoryTags(store);
    public final InMemoryAcquisition acquisition = new InMemoryAcquisition(store);
    public final InMemoryChannelCommands commands = new InMemoryChannelCommands(store);
    public final BrandClock clock = new BrandClock(brands, InstantSource.system());
    public final List<Told> told = new ArrayList<>();

    public record Told(@Nullable Relationship before, Relationship after) {}

    public IdentityRules rules = IdentityRules.DEFAULT;
    public final JoinIdentities join = new JoinIdentities(graph, customers, wishes, ids, (_, _) -> rules, this);
    public final ResolveCustomers resolve = new ResolveCustomers(
            customers, identities, graph, graph, join, ids, _ -> new InitialTrust(10, 0, NOW, "test"));
    public final RelationshipBook book = new RelationshipBook(relationships, acquisition, brands, ids, this);
    public final KeepProfile profiles = new KeepProfile(customers);
    public final AddRelationship add = new AddRelationship(store, clock, resolve, profiles, book);
    public final EndRelationship end = new EndRelationship(store, clock, resolve, book, relationships);
    public final SynchronizeContacts synchronizeAll = new SynchronizeContacts(
            resolve,
            profiles,
            new ListedRelationships(relationships, book, acquisition, brands, ids, this),
            new ChannelTags(tags, commands, ids));
    public final SynchronizeContact synchronize = new SynchronizeContact(
            store, clock, identities, relationships, profiles, new ChannelTags(tags, commands, ids));

    public CustomerWorld() {
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

    public CustomerId customerOf(String contact) {
        return resolve.find(BRAND, List.of(contact(contact))).orElseThrow();
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> news) {
        regrouped.addAll(news);
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        told.add(new Told(before, after));
    }
}
