package cn.siyu.application.intake;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.InboxIntake;
import cn.siyu.application.intake.port.Inbox;

/// Keeps what a channel told us, and wakes whoever works it off.
public final class StoreCallback implements InboxIntake {
    private final Brands brands;
    private final Inbox inbox;
    private final IdSource ids;
    private final Runnable wake;

    /// @param wake called after an event was stored; returns at once
    public StoreCallback(Brands brands, Inbox inbox, IdSource ids, Runnable wake) {
        this.brands = brands;
        this.inbox = inbox;
        this.ids = ids;
        this.wake = wake;
    }

    @Override
    public Outcome store(RawEvent event) {
        var brand = brands.bySlug(event.brand())
                .orElseThrow(() -> new IllegalStateException("no brand with the slug " + event.brand()));
        var stored = inbox.add(
                brand.id(),
                new Inbox.Event(
                        ids.next(),
                        event.channel(),
                        event.connection(),
                        event.sha256(),
                        event.payload(),
                        event.receivedAt()));
        if (!stored) {
            return Outcome.DUPLICATE;
        }
        wake.run();
        return Outcome.STORED;
    }
}
