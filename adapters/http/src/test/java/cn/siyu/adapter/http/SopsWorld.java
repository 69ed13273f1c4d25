package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.insight.ReadExecution;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.application.sop.ChangeAtStore;
import cn.siyu.application.sop.DefineSop;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolAudiences;
import cn.siyu.application.sop.EnrolCustomers;
import cn.siyu.application.sop.EnrolMatching;
import cn.siyu.application.sop.Enroller;
import cn.siyu.application.sop.NameSops;
import cn.siyu.application.sop.PersonaOfSop;
import cn.siyu.application.sop.PublishSopVersion;
import cn.siyu.application.sop.ReadDefinition;
import cn.siyu.application.sop.ReadSopChanges;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.application.sop.ReadTemplates;
import cn.siyu.application.sop.SaveSopVersion;
import cn.siyu.application.sop.SetTemplateBounds;
import cn.siyu.application.sop.SopJournal;
import cn.siyu.application.sop.StopEnrolment;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.sop.SwitchSop;
import cn.siyu.application.sop.port.InMemoryAudiences;
import cn.siyu.application.sop.port.InMemoryEnrolments;
import cn.siyu.application.sop.port.InMemorySopChanges;
import cn.siyu.application.sop.port.InMemorySopVersions;
import cn.siyu.application.sop.port.InMemorySops;
import cn.siyu.application.sop.port.InMemoryStoreVariants;
import cn.siyu.application.sop.port.InMemoryWaves;
import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SOPs behind the API in tests: ports in memory, over the customers, materials and tags of the
/// other worlds.
@Factory
public final class SopsWorld {
    /// Everything of SOPs that is in memory.
    public record Kept(
            InMemorySops sops,
            InMemorySopVersions versions,
            InMemoryEnrolments enrolments,
            InMemoryWaves waves,
            InMemoryAudiences audiences,
            ReadDefinition definitions,
            Definitions published,
            Enroller enroller,
            InMemorySopChanges changes,
            SopJournal journal) {}

    @Singleton
    Kept sops(
            InMemoryStore store,
            FactsWorld.Kept facts,
            InMemorySight sight,
            Materials materials,
            ContactWays ways,
            IdSource ids) {
        var versions = new InMemorySopVersions(store);
        var enrolments = new InMemoryEnrolments(
                store,
                (customer, seen) -> sight.customer(World.DEMO, seen, customer),
                (relationship, seen) -> sight.within(World.DEMO, seen, relationship));
        var changes = new InMemorySopChanges(store);
        return new Kept(
                new InMemorySops(store),
                versions,
                enrolments,
                new InMemoryWaves(store),
                new InMemoryAudiences(enrolments),
                new ReadDefinition(new Book(materials, facts.tags(), ways)),
                new Definitions(versions),
                new Enroller(enrolments, ids),
                changes,
                new SopJournal(changes, ids));
    }

    @Singleton
    ReadSops readSops(Kept kept, FactsWorld.Kept facts, ResolveSight sights) {
        return new ReadSops(
                kept.sops(),
                kept.versions(),
                kept.enrolments(),
                kept.waves(),
                sights,
                new NameSops(
                        kept.sops(), kept.versions(), facts.customers(), facts.relationships(), kept.definitions()));
    }

    @Singleton
    InMemoryStoreVariants storeVariants(InMemoryStore store) {
        return new InMemoryStoreVariants(store, (_, _) -> Optional.of(FactsWorld.STORE_1));
    }

    @Singleton
    SetTemplateBounds setTemplateBounds(Kept kept, InMemoryStoreVariants variants, InMemoryStore store) {
        return new SetTemplateBounds(kept.sops(), kept.versions(), variants, store);
    }

    @Singleton
    ChangeAtStore changeAtStore(
            Kept kept,
            InMemoryStoreVariants variants,
            CheckPersona personas,
            Materials materials,
            Departments departments,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            InMemoryStore store) {
        return new ChangeAtStore(
                kept.sops(),
                kept.versions(),
                variants,
                kept.definitions(),
                new PersonaOfSop(personas, materials),
                departments,
                sights,
                ids,
                clock,
                store);
    }

    @Singleton
    ReadTemplates readTemplates(
            Kept kept, InMemoryStoreVariants variants, ReadSops read, Departments departments, ResolveSight sights) {
        return new ReadTemplates(kept.sops(), kept.versions(), variants, read, kept.definitions(), departments, sights);
    }

    @Singleton
    ReadExecution readExecution(ResolveSight sights, Brands brands) {
        ExecutionRates rates = (_, _, by, _, _, _) ->
                List.of(new ExecutionRates.Row(FactsWorld.publicId(1), "一店 " + by, 10, 8, 7, 1, 0, 1, 4, 3, 2));
        return new ReadExecution(rates, sights, brands);
    }

    @Singleton
    DefineSop defineSop(Kept kept, InMemoryStore store, IdSource ids, BrandClock clock) {
        return new DefineSop(kept.sops(), store, ids, clock);
    }

    @Singleton
    SaveSopVersion saveSopVersion(Kept kept, InMemoryStore store, IdSource ids, BrandClock clock) {
        return new SaveSopVersion(kept.sops(), kept.versions(), kept.definitions(), store, ids, clock);
    }

    @Singleton
    PublishSopVersion publishSopVersion(
            Kept kept, CheckPersona personas, Materials materials, InMemoryStore store, BrandClock clock) {
        return new PublishSopVersion(
                kept.sops(),
                kept.versions(),
                kept.definitions(),
                new PersonaOfSop(personas, materials),
                kept.journal(),
                store,
                clock);
    }

    @Singleton
    ReadSopChanges readSopChanges(Kept kept) {
        return new ReadSopChanges(kept.sops(), kept.changes());
    }

    @Singleton
    SwitchSop switchSop(Kept kept, InMemoryStore store, BrandClock clock) {
        return new SwitchSop(
                kept.sops(),
                kept.versions(),
                kept.enrolments(),
                new InMemorySends(store),
                kept.journal(),
                store,
                clock);
    }

    @Singleton
    EnrolCustomers enrolCustomers(
            Kept kept,
            FactsWorld.Kept facts,
            Brands brands,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        return new EnrolCustomers(
                kept.sops(),
                kept.published(),
                facts.customers(),
                kept.audiences(),
                kept.enroller(),
                brands,
                sights,
                store,
                clock);
    }

    @Singleton
    EnrolMatching enrolMatching(Kept kept, Brands brands, ResolveSight sights, InMemoryStore store, BrandClock clock) {
        return new EnrolMatching(
                kept.sops(), kept.published(), kept.audiences(), kept.enroller(), brands, sights, store, clock);
    }

    @Singleton
    EnrolAudiences enrolAudiences(Kept kept, Brands brands, InMemoryStore store, BrandClock clock) {
        return new EnrolAudiences(
                kept.sops(), kept.published(), kept.audiences(), kept.enroller(), brands, store, clock);
    }

    @Singleton
    StopEnrolment stopEnrolment(ReadSops read, Kept kept, InMemoryStore store, BrandClock clock) {
        return new StopEnrolment(
                read,
                new StopEnrolments(kept.enrolments(), kept.published(), (_, _, _) -> {}, Persons.ALONE, store, clock));
    }

    private record Book(Materials materials, Tags tags, ContactWays ways) implements ReferenceBook {
        @Override
        public Map<PublicId, Long> numbers(BrandId brand, Kind kind, Collection<PublicId> ids) {
            Map<PublicId, Long> numbers = new HashMap<>();
            ids.forEach(id -> number(brand, kind, id).ifPresent(number -> numbers.put(id, number)));
            return numbers;
        }

        private Optional<Long> number(BrandId brand, Kind kind, PublicId id) {
            return switch (kind) {
                case MATERIAL ->
                    materials
                            .byPublicId(brand, id)
                            .filter(material -> !material.archived())
                            .map(material -> material.id().value());
                case TAG -> tags.byPublicId(brand, id).map(tag -> tag.id().value());
                case CONTACT_WAY ->
                    ways.byPublicId(brand, id).map(way -> way.id().value());
            };
        }

        @Override
        public Map<Long, PublicId> publicIds(BrandId brand, Kind kind, Collection<Long> numbers) {
            Map<Long, PublicId> ids = new HashMap<>();
            for (long number : numbers) {
                switch (kind) {
                    case MATERIAL ->
                        materials
                                .find(brand, new MaterialId(number))
                                .map(Material::publicId)
                                .ifPresent(id -> ids.put(number, id));
                    case TAG ->
                        tags.findAll(brand, List.of(new TagId(number))).stream()
                                .map(Tag::publicId)
                                .forEach(id -> ids.put(number, id));
                    case CONTACT_WAY -> ids.put(number, FactsWorld.publicId(number));
                }
            }
            return ids;
        }
    }
}
