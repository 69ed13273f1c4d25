package cn.siyu.application.community.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;

class InMemoryMomentPlansTest implements MomentPlansContract {
    @Override
    public MomentPlans plans() {
        var store = new InMemoryStore();
        var accounts = new InMemoryChannelAccounts(store);
        accounts.add(BRAND, MomentPlansContract.account(21));
        accounts.add(BRAND, MomentPlansContract.account(22));
        return new InMemoryMomentPlans(store, accounts);
    }
}
