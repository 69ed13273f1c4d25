package cn.siyu.application.channel;

import cn.siyu.application.brand.port.FollowsMember;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import java.time.Instant;

/// Takes accounts along when their holder changes departments (账号随成员调动): those in the
/// department that the holder leaves, and with them their customers, messages and tasks. An account
/// that was put into another department than its holder's stays there.
public final class MoveHeldAccounts implements FollowsMember {
    private final ChannelAccounts accounts;

    public MoveHeldAccounts(ChannelAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void moved(BrandId brand, StaffId member, DepartmentId from, DepartmentId to, Instant at) {
        accounts.moveHeld(brand, member, from, to, at);
    }
}
