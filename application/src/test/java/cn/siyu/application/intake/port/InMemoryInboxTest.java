package cn.siyu.application.intake.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryInboxTest implements InboxContract {
    private final Inbox inbox = new InMemoryInbox(new InMemoryStore());

    @Override
    public Inbox inbox() {
        return inbox;
    }
}
