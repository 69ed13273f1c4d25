package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.LocalDate;

class InMemoryChannelAccountsTest implements ChannelAccountsContract {
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(new InMemoryStore());

    @Override
    public ChannelAccounts accounts() {
        return accounts;
    }

    @Override
    public void began(ChannelAccountId account, LocalDate day) {
        accounts.began(BRAND, account, day);
    }
}
