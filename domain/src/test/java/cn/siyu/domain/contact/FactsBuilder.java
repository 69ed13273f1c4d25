package cn.siyu.domain.contact;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Facts about a contact to which nothing objects, and what a test changes in them.
final class FactsBuilder {
    private ContactClass contactClass = ContactClass.MARKETING;
    private ConsentState consent = ConsentState.NOT_RECORDED;
    private boolean winBackApproved;
    private boolean optedOut;
    private boolean live = true;
    private boolean blacklisted;
    private @Nullable Instant notInterestedUntil;
    private ContactFacts.@Nullable Trust trust = new ContactFacts.Trust(50, .8);
    private ContactLedger marketing = ContactLedger.EMPTY;
    private @Nullable PlatformUse platform = PlatformUse.NONE;
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    static FactsBuilder aContact() {
        return new FactsBuilder();
    }

    FactsBuilder service() {
        contactClass = ContactClass.SERVICE;
        return this;
    }

    FactsBuilder winBackApproved() {
        winBackApproved = true;
        return this;
    }

    FactsBuilder consent(ConsentState state) {
        consent = state;
        return this;
    }

    FactsBuilder optedOut() {
        optedOut = true;
        return this;
    }

    FactsBuilder lost() {
        live = false;
        return this;
    }

    FactsBuilder blacklisted() {
        blacklisted = true;
        return this;
    }

    FactsBuilder notInterestedUntil(Instant until) {
        notInterestedUntil = until;
        return this;
    }

    FactsBuilder trust(double score, double confidence) {
        trust = new ContactFacts.Trust(score, confidence);
        return this;
    }

    FactsBuilder trustUnknown() {
        trust = null;
        return this;
    }

    FactsBuilder marketing(ContactLedger ledger) {
        marketing = ledger;
        return this;
    }

    FactsBuilder platform(int toCustomer, int byAccount) {
        platform = new PlatformUse(toCustomer, byAccount);
        return this;
    }

    FactsBuilder notCountedByPlatform() {
        platform = null;
        return this;
    }

    FactsBuilder in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    ContactFacts facts() {
        return new ContactFacts(
                new ContactFacts.Plan(contactClass, "PRIVATE_CHAT", winBackApproved),
                new ContactFacts.Wishes(consent, optedOut, notInterestedUntil),
                new ContactFacts.Standing(live, blacklisted, trust),
                marketing,
                platform,
                zone);
    }
}
