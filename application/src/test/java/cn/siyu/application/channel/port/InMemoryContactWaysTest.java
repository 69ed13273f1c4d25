package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryContactWaysTest implements ContactWaysContract {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    private final InMemoryContactWays ways = new InMemoryContactWays(store, accounts);

    @Override
    public ContactWays ways() {
        return ways;
    }

    @Override
    public ChannelAccounts accounts() {
        return accounts;
    }
}
