package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryAccountStandingsTest implements AccountStandingsContract {
    private final InMemoryStore store = new InMemoryStore();
    private final AccountStandings standings = new InMemoryAccountStandings(store);

    @Override
    public AccountStandings standings() {
        return standings;
    }

    @Override
    public void inTransaction(Runnable some) {
        store.run(some);
    }
}
