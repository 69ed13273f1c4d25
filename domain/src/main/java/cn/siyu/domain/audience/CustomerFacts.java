package cn.siyu.domain.audience;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an audience may ask about one customer, at one moment. Which value a field takes of it:
/// [CustomerField].
public record CustomerFacts(
        Person person, Standing standing, Trust trust, Relations relations, Activity activity, Worth worth)
        implements Facts {

    /// A customer of whom nobody measured what it is worth.
    public CustomerFacts(Person person, Standing standing, Trust trust, Relations relations, Activity activity) {
        this(person, standing, trust, relations, activity, new Worth(null, null));
    }

    /// Who the person is.
    ///
    /// @param nickname null if not known
    /// @param gender `MALE`, `FEMALE`; null if the platform didn't tell
    /// @param tags each tag of the customer under two names, `name` and `group/name`
    public record Person(
            @Nullable String nickname, @Nullable String gender, Set<String> tags) {
        public Person {
            tags = Set.copyOf(tags);
        }
    }

    /// How the customer stands with the brand.
    ///
    /// @param stage the lifecycle stage's code (生命周期阶段); null before the first was computed
    /// @param lost no live relationship is left
    /// @param optOuts codes of the touchpoints the customer doesn't want to be contacted at, `ALL`
    ///     for every one
    public record Standing(
            @Nullable String stage, boolean dormant, boolean lost, boolean blacklisted, Set<String> optOuts) {
        public Standing {
            optOuts = Set.copyOf(optOuts);
        }
    }

    /// Trust (信任) as projected last.
    ///
    /// @param trust the largest trust of a live relationship, 0 to 100; null before one was
    ///     computed
    /// @param confidence 0 to 1
    public record Trust(
            @Nullable Double trust,
            @Nullable Double brand,
            @Nullable Double social,
            @Nullable Double confidence) {}

    /// The customer's live relationships (跟进关系) taken together.
    ///
    /// @param sources what the channel said the customer came by (`state`)
    /// @param contactWays names of the contact ways (联系我)
    /// @param channels codes of the channels
    /// @param addWays the platform's codes of how they became contacts, as decimal text
    /// @param accounts the channel's own ids of the accounts
    /// @param stores names of the stores (门店) the accounts' holders belong to
    /// @param departments names of the departments (部门) the holders belong to, with all
    ///     departments above
    /// @param addedAt when the first of them began
    public record Relations(
            Set<String> sources,
            Set<String> contactWays,
            Set<String> channels,
            Set<String> addWays,
            Set<String> accounts,
            Set<String> stores,
            Set<String> departments,
            @Nullable Instant addedAt) {
        public Relations {
            sources = Set.copyOf(sources);
            contactWays = Set.copyOf(contactWays);
            channels = Set.copyOf(channels);
            addWays = Set.copyOf(addWays);
            accounts = Set.copyOf(accounts);
            stores = Set.copyOf(stores);
            departments = Set.copyOf(departments);
        }
    }

    /// What happened between customer and brand.
    ///
    /// @param orders paid orders that weren't refunded in full
    /// @param netAmountMinor paid minus refunded, in minor units (分)
    /// @param interactions30Days interactions of the last 30 days
    /// @param ignoredStreak marketing contacts ignored in a row
    public record Activity(
            long orders,
            long netAmountMinor,
            @Nullable Instant lastPaidAt,
            @Nullable Instant lastInteractionAt,
            long interactions30Days,
            @Nullable Instant lastContactAt,
            long ignoredStreak) {}

    /// What the customer is worth beside the brand's others (价值), where the brand's tiers were
    /// measured.
    ///
    /// @param amountMinor net amount bought in the policy's window, in minor units (分); null
    ///     before they were measured
    /// @param tier the code of the tier; null before they were measured
    public record Worth(
            @Nullable Long amountMinor, @Nullable String tier) {}

    @Override
    public @Nullable Value value(Field field) {
        return CustomerField.of(field).map(f -> f.read(this)).orElse(null);
    }
}
